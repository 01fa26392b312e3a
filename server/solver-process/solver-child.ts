import { type ChildProcess, fork } from "node:child_process";
import type { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { RunProgress } from "../../engine/search/run.ts";
import { COMPILE_CACHE } from "../compile-cache.ts";
import type { Answer } from "./answer.ts";
import { CONTROL_FD } from "./control-fd.ts";
import type { ChildMessage, Job, NumberedJob } from "./messages.ts";

const PROGRAM = fileURLToPath(new URL("./child.ts", import.meta.url));
/** Of JavaScript's own memory; WebAssembly's comes on top. */
const HEAP_MEGABYTES = 2_048;

/** How a job ended. `ended-early`: its process was killed or broke; the code or signal says how. */
export type JobEnd =
  | { readonly status: "done"; readonly answer: Answer; readonly memoryBytes: number }
  | { readonly status: "timed-out" }
  | { readonly status: "ended-early"; readonly cause: string };

/** One solver process; it works on one job at a time. */
export interface SolverChild {
  readonly pid: number | undefined;
  isReady(): boolean;
  isBusy(): boolean;
  /** Jobs it has finished. */
  jobsDone(): number;
  /** Only while ready and not busy. */
  run(job: Job, onProgress?: (progress: RunProgress) => void): Promise<JobEnd>;
  /** Asks the job to end with the best it has; kills it where it does not in time. */
  cancel(): void;
  kill(): void;
}

/** Seconds after which a job's process is killed: while it reads the body, after the limit it then announces, and after a cancel. */
export interface Patience {
  readonly readSeconds: number;
  readonly graceSeconds: number;
  readonly cancelSeconds: number;
}

interface Run {
  readonly resolve: (end: JobEnd) => void;
  readonly onProgress: ((progress: RunProgress) => void) | undefined;
  timer: NodeJS.Timeout;
  timedOut: boolean;
  cancelled: boolean;
}

/** The process, and the pipe that cancels go through; its end tells the child that this process is gone. */
function forkChild(): { readonly child: ChildProcess; readonly control: Writable | undefined } {
  const child = fork(PROGRAM, [], {
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    // Nothing of this process's environment: it may hold a password.
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE },
    stdio: ["ignore", "ignore", "inherit", "ipc", "pipe"],
  });
  // A stream of this index is made writable.
  const control = child.stdio[CONTROL_FD] as Writable | undefined;
  // A pipe that breaks does so because the process is gone, which is heard of otherwise.
  control?.on("error", () => {});
  return { child, control };
}

function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

/** Starts a solver process; `onReady` once it can take a job, `onExit` once it is gone, whatever the reason. */
export function startSolverChild(patience: Patience, onReady: () => void, onExit: () => void): SolverChild {
  const { child, control } = forkChild();
  let ready = false;
  let run: Run | null = null;

  let jobsDone = 0;

  const kill = () => {
    ready = false;
    child.kill("SIGKILL");
  };
  const killAfter = (seconds: number) =>
    setTimeout(() => {
      if (run !== null) run.timedOut = true;
      kill();
    }, seconds * 1000);
  let number = 0;
  const cancel = () => {
    if (run === null) return;
    run.cancelled = true;
    clearTimeout(run.timer);
    run.timer = killAfter(patience.cancelSeconds);
    control?.write(fourBytes(number));
  };
  const end = (outcome: JobEnd) => {
    if (run === null) return;
    clearTimeout(run.timer);
    const { resolve } = run;
    run = null;
    jobsDone += 1;
    resolve(outcome);
  };

  child.on("message", (message: ChildMessage) => {
    if (message.kind === "ready") {
      ready = true;
      onReady();
    } else if (message.kind === "progress") {
      run?.onProgress?.(message.progress);
    } else if (message.kind === "working" && run !== null) {
      clearTimeout(run.timer);
      run.timer = killAfter(message.seconds + patience.graceSeconds);
      if (run.cancelled) cancel();
    } else if (message.kind === "done") {
      end({ status: "done", answer: message.answer, memoryBytes: message.memoryBytes });
    }
  });
  let gone = false;
  const leave = (cause: string) => {
    if (gone) return;
    gone = true;
    ready = false;
    end(run?.timedOut === true ? { status: "timed-out" } : { status: "ended-early", cause });
    onExit();
  };
  child.on("exit", (code, signal) => leave(signal ?? `exit code ${code}`));
  // A process that could not be started has no exit; one that cannot be written to is of no more use.
  child.on("error", (error) => {
    kill();
    if (child.pid === undefined) leave(error.message);
  });

  return {
    pid: child.pid,
    isReady: () => ready,
    isBusy: () => run !== null,
    jobsDone: () => jobsDone,
    run: (job, onProgress) =>
      new Promise((resolve) => {
        number += 1;
        run = { resolve, onProgress, timer: killAfter(patience.readSeconds), timedOut: false, cancelled: false };
        child.send({ ...job, number } satisfies NumberedJob);
      }),
    cancel,
    kill,
  };
}
