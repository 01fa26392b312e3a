import { type Program, startProgram } from "./processes.ts";

/** A program that is started again whenever it ends. */
export interface KeptAlive {
  current(): Program;
  end(): Promise<void>;
}

/** Starts a program and keeps it going. */
export function keepAlive(file: string, environment: Readonly<Record<string, string>>): KeptAlive {
  let ending = false;
  let program = startProgram(file, environment);
  const restart = async () => {
    for (;;) {
      await program.ended;
      if (ending) return;
      program = startProgram(file, environment);
    }
  };
  const restarting = restart();
  return {
    current: () => program,
    end: async () => {
      ending = true;
      program.process.kill("SIGTERM");
      await restarting;
    },
  };
}
