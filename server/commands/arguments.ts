import { parseArgs } from "node:util";

/** Reads a command line against its options; prints the usage and exits with 2 when it cannot be read. */
export function readArguments<T extends Record<string, { readonly type: "string" | "boolean" }>>(options: T, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
}
