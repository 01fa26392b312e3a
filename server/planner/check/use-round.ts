import { useEffect, useState } from "preact/hooks";
import type { RoundJson } from "../../../engine/input/round-schema.ts";
import type { Overview } from "../../schemas/overview.ts";
import { type Answer, type Refused, send } from "../api/client.ts";
import { type Asked, useAnswer } from "../api/use-answer.ts";

/** The round as it was loaded. */
export function useRoundContent(id: string): Asked<RoundJson> & { readonly again: () => void } {
  return useAnswer<RoundJson>(`/v1/rounds/${encodeURIComponent(id)}/content`, true);
}

const overviews = new Map<string, Promise<Answer<Overview>>>();

function askOverview(id: string, round: RoundJson): Promise<Answer<Overview>> {
  const known = overviews.get(id);
  if (known !== undefined) return known;
  const asked = send<Overview>("POST", "/v1/overviews", { body: round });
  overviews.set(id, asked);
  asked.then((answer) => answer.ok || overviews.delete(id));
  return asked;
}

/** A stored round with what can be said of it before it is solved. */
export interface RoundSeen {
  readonly round: RoundJson;
  readonly overview: Overview;
}

/** Asks for a round and its overview; a stored round never changes, so both are asked for once. */
export function useRound(id: string): Asked<RoundSeen> & { readonly again: () => void } {
  const content = useRoundContent(id);
  const [seen, setSeen] = useState<{ readonly id: string; readonly answer: Answer<Overview> } | null>(null);
  const [turn, setTurn] = useState(0);
  const round = content.state === "here" ? content.body : null;
  useEffect(() => {
    if (round === null) return;
    let current = true;
    askOverview(id, round).then((answer) => {
      if (current) setSeen({ id, answer });
    });
    return () => {
      current = false;
    };
  }, [id, round, turn]);
  const again = () => {
    content.again();
    setTurn(turn + 1);
  };
  if (content.state === "refused") return refused(content.problem, again);
  if (round === null || seen === null || seen.id !== id) return { state: "waiting", again };
  if (!seen.answer.ok) return refused(seen.answer.problem, again);
  return { state: "here", body: { round, overview: seen.answer.body }, again };
}

function refused(problem: Refused, again: () => void) {
  return { state: "refused" as const, problem, again };
}
