/** JSON Pointer (RFC 6901) to a place below `base`. */
export function pointer(base: string, ...steps: readonly PropertyKey[]): string {
  let path = base;
  for (const step of steps) path += `/${typeof step === "string" ? escaped(step) : String(step)}`;
  return path;
}

function escaped(key: string): string {
  return key.includes("~") || key.includes("/") ? key.replaceAll("~", "~0").replaceAll("/", "~1") : key;
}
