import { workerData } from "node:worker_threads";

/**
 * A thread of its own inside a solver process: ends the process once the one that started it is gone. A solve holds the main thread
 * for minutes, in which no message and no `disconnect` would be seen.
 */
const CHECK_MILLISECONDS = 500;

setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, "SIGKILL");
}, CHECK_MILLISECONDS);
