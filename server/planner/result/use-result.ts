import { useMemo } from "preact/hooks";
import type { Result } from "../../../engine/domain/result.ts";
import type { RoundJson } from "../../../engine/input/round-schema.ts";
import { type Asked, useAnswer } from "../api/use-answer.ts";
import { type Joined, join } from "./joined.ts";

/** A finished run's round and result; both never change, so they are asked for once. */
export function useResult(roundId: string, runId: string): Asked<Joined> & { readonly again: () => void } {
  const round = useAnswer<RoundJson>(`/v1/rounds/${encodeURIComponent(roundId)}/content`, true);
  const result = useAnswer<Result>(`/v1/runs/${encodeURIComponent(runId)}/result`, true);
  const [content, found] = [round.state === "here" ? round.body : null, result.state === "here" ? result.body : null];
  const joined = useMemo(() => (content === null || found === null ? null : join(content, found)), [content, found]);
  const again = () => {
    round.again();
    result.again();
  };
  if (round.state === "refused") return { state: "refused", problem: round.problem, again };
  if (result.state === "refused") return { state: "refused", problem: result.problem, again };
  return joined === null ? { state: "waiting", again } : { state: "here", body: joined, again };
}
