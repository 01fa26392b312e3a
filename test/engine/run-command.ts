import { execFile } from "node:child_process";

/** The folder of the project. */
export const ROOT = new URL("../../", import.meta.url).pathname;

/** Runs a command of `server/commands` as somebody at a terminal would, and tells how it ended. */
export function runCommand(script: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [`server/commands/${script}.ts`, ...args], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
