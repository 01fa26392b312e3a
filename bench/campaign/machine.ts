import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { Machine } from "./record.ts";

const PACKAGES = ["highs", "glpk.js", "javascript-lp-solver"] as const;

/** This machine, and the solver packages that `package.json` asks for. */
export function thisMachine(): Machine {
  const { dependencies } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    packages: Object.fromEntries(PACKAGES.map((name) => [name, dependencies[name] ?? "absent"])),
  };
}
