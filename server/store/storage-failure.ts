/** SQLSTATE classes that say the server cannot work now: connection, resources, operator intervention, system error. */
const UNAVAILABLE_CLASSES: ReadonlySet<string> = new Set(["08", "25", "53", "57", "58"]);
const UNAVAILABLE_CODES: ReadonlySet<string> = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE"]);
const UNAVAILABLE_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i;

/** Whether an exception says that the store cannot be read or written: a full disk, a broken file, a database that does not answer. */
export function isStorageFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (code === "ERR_SQLITE_ERROR" || UNAVAILABLE_CODES.has(code) || UNAVAILABLE_MESSAGES.test(error.message)) return true;
  return code.length === 5 && UNAVAILABLE_CLASSES.has(code.slice(0, 2));
}
