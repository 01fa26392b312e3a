import { useLayoutEffect, useMemo, useState } from "preact/hooks";

/** The screens, in the order of the work; the first seven are steps. */
export const STEPS = ["load", "check", "policy", "run", "result", "what-if", "decide"] as const;
export type Step = (typeof STEPS)[number];
export type Screen = Step | "accessibility";

/** Where the planner is: a screen, the round and the run it is about, and what is open on it. */
export interface Location {
  readonly screen: Screen;
  readonly round: string | null;
  readonly run: string | null;
  /** Part of a screen: a tab, a promotion, a candidate. */
  readonly open: string | null;
}

const HOME: Location = { screen: "load", round: null, run: null, open: null };

/** Reads `#/result?round=...&run=...&open=...`; anything else is the first screen. */
function readLocation(hash: string): Location {
  const [path = "", query = ""] = hash.replace(/^#\//, "").split("?");
  const screen = [...STEPS, "accessibility" as const].find((one) => one === path);
  if (screen === undefined) return HOME;
  const fields = new URLSearchParams(query);
  return { screen, round: fields.get("round"), run: fields.get("run"), open: fields.get("open") };
}

/** The address of a place in the page: it can be kept, sent and reloaded. */
export function hrefOf({ screen, round, run, open }: Location): string {
  const given = Object.entries({ round, run, open }).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  const query = new URLSearchParams(given).toString();
  return `#/${screen}${query === "" ? "" : `?${query}`}`;
}

/** The place the address names, kept up to date from the first painting on: a link followed at once is not missed. */
export function useLocation(): Location {
  const [hash, setHash] = useState(window.location.hash);
  useLayoutEffect(() => {
    const follow = () => setHash(window.location.hash);
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return useMemo(() => readLocation(hash), [hash]);
}

/** Goes somewhere else in the page; the browser's back button comes back. */
export function go(location: Location): void {
  window.location.hash = hrefOf(location).slice(1);
}
