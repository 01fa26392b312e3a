import type { Messages } from "../language/messages.ts";

/** A tier in the engine's short words; its objectives are joined by `+`. */
export function aimName(tier: string, { told }: Messages): string {
  const aims: Readonly<Record<string, string>> = told.aim;
  return tier
    .split("+")
    .map((objective) => aims[objective] ?? objective)
    .join(" + ");
}
