import { Socket } from "node:net";
import { workerData } from "node:worker_threads";
import { CONTROL_FD } from "./control-fd.ts";

/** What the thread is handed: the parent's process id, and the number of the last job whose end was asked for. */
export interface ControlData {
  readonly parent: number;
  readonly cancelled: Int32Array;
}

/**
 * A thread of its own inside a solver process: a solve holds the main thread for minutes, in which no message would be seen. It takes in the
 * numbers of cancelled jobs, four bytes each, and ends the process once the one that started it is gone.
 */
const CHECK_MILLISECONDS = 500;

const { parent, cancelled } = workerData as ControlData;
const end = () => process.kill(process.pid, "SIGKILL");

let rest: Buffer = Buffer.alloc(0);
new Socket({ fd: CONTROL_FD, readable: true, writable: false })
  .on("data", (part) => {
    rest = Buffer.concat([rest, part]);
    for (; rest.length >= 4; rest = rest.subarray(4)) Atomics.store(cancelled, 0, rest.readInt32LE(0));
  })
  .on("error", end)
  .on("close", end);

// A pipe that another process has inherited stays open.
setInterval(() => {
  if (process.ppid !== parent) end();
}, CHECK_MILLISECONDS);
