import type { Patch } from "../../../engine/input/patch-schema.ts";
import { type Answer, send } from "../api/client.ts";
import type { RunShape, StoredRound } from "../api/shapes.ts";

const SECONDS = 60;

/** How a variant is placed: as well as can be, or in a second by moves from the base, without proofs and reasons. */
export type Effort = "full" | "quick";

/** Makes a variant out of changes and has it placed, starting from the placement there is; `base`: the run of it, if any. */
export async function startVariant(
  address: string,
  patches: readonly Patch[],
  base: string | null,
  effort: Effort,
): Promise<Answer<RunShape>> {
  const variant = await send<StoredRound>("POST", address, { body: { patches } });
  if (!variant.ok) return variant;
  const { id, issues, issueCount } = variant.body;
  if (issueCount.errors > 0) {
    const found = issues.filter(({ severity }) => severity === "error").map((issue) => ({ ...issue, in: "body" as const }));
    return { ok: false, problem: { code: "body-invalid", status: 400, detail: "", issues: found, total: issueCount.errors } };
  }
  const body = { roundId: id, ...(base === null ? {} : { earlierRunId: base }), effort, limits: { seconds: SECONDS } };
  return send<RunShape>("POST", "/v1/runs", { body });
}

/** Where the changes of a stored round are sent. */
export function scenariosOf(round: string): string {
  return `/v1/rounds/${encodeURIComponent(round)}/scenarios`;
}
