import type { Refusal } from "../problems.ts";
import type { Answer } from "../solver-process/answer.ts";
import type { RunEnd } from "../store/attempts.ts";

const NOTHING = { quality: "none", summary: null, problem: null, artifacts: [] } as const;

const INTERNAL: Refusal = { code: "internal-error", detail: "The run failed; the log has the reason under the run's id." };

interface Headline {
  readonly state: "completed" | "cancelled";
  readonly quality: string;
  readonly stoppedBy: string;
}

/** How a run ends that its solver process has answered. */
export function runEndOf(answer: Answer): RunEnd {
  switch (answer.status) {
    case "answered": {
      // The summary is what `answer-run.ts` makes of a result.
      const { state, quality, stoppedBy, ...summary } = answer.summary as Headline;
      return { state, quality, stoppedBy, summary, problem: null, artifacts: answer.artifacts ?? [] };
    }
    case "refused":
      return refusedEnd(answer.refusal, answer.stoppedBy ?? null);
    case "failed":
      return { ...NOTHING, state: "failed", stoppedBy: "error", problem: INTERNAL };
  }
}

function refusedEnd(problem: Refusal, stoppedBy: string | null): RunEnd {
  if (problem.code === "infeasible") return { ...NOTHING, state: "infeasible", stoppedBy: "proof", problem };
  if (problem.code === "nothing-found") {
    return { ...NOTHING, state: stoppedBy === "cancel" ? "cancelled" : "completed", stoppedBy, problem };
  }
  return { ...NOTHING, state: "failed", stoppedBy: "error", problem };
}

/** How a run ends whose process did not end in time when it was asked to. */
export const CANCELLED_WITH_NOTHING: RunEnd = { ...NOTHING, state: "cancelled", stoppedBy: "cancel" };
