import { type Bundle, bundleSchema } from "./bundle.ts";
import { textOf } from "./digests.ts";

/** Why a text is no bundle. */
export type Unreadable = "not-json" | "not-a-bundle" | "not-canonical";

/** Reads a bundle; only its one canonical text is one, so that no byte can differ unnoticed. Never throws. */
export function readBundle(text: string): { readonly bundle: Bundle } | { readonly unreadable: Unreadable } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { unreadable: "not-json" };
  }
  const parsed = bundleSchema.safeParse(value);
  if (!parsed.success) return { unreadable: "not-a-bundle" };
  return textOf(parsed.data) === text ? { bundle: parsed.data } : { unreadable: "not-canonical" };
}
