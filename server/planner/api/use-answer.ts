import { useCallback, useEffect, useState } from "preact/hooks";
import { type Answer, getOnce, type Refused, send } from "./client.ts";

/** What a screen knows of something it asked for. */
export type Asked<Body> =
  | { readonly state: "waiting" }
  | { readonly state: "here"; readonly body: Body }
  | { readonly state: "refused"; readonly problem: Refused };

function asked<Body>(answer: Answer<Body>): Asked<Body> {
  return answer.ok ? { state: "here", body: answer.body } : { state: "refused", problem: answer.problem };
}

/** Asks for what lies at an address (`null`: nothing yet), again when that changes; `lasting` for what never changes there. */
export function useAnswer<Body>(path: string | null, lasting = false): Asked<Body> & { readonly again: () => void } {
  const [known, setKnown] = useState<{ readonly path: string | null; readonly asked: Asked<Body> }>({
    path,
    asked: { state: "waiting" },
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === null) return;
    let current = true;
    (lasting ? getOnce<Body>(path) : send<Body>("GET", path)).then((answer) => {
      if (current) setKnown({ path, asked: asked(answer) });
    });
    return () => {
      current = false;
    };
  }, [path, lasting, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  // Between the change of the address and its answer nothing old is shown under the new one.
  const current: Asked<Body> = known.path === path ? known.asked : { state: "waiting" };
  return { ...current, again };
}
