/** JSON Pointer (RFC 6901) to a place below `base`. */
export function pointer(base: string, ...steps: readonly PropertyKey[]): string {
  return steps.reduce<string>((path, step) => `${path}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`, base);
}
