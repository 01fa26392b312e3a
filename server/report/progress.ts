import type { Round } from "../../engine/domain/round.ts";
import type { PhaseAfterSearch, RunProgress } from "../../engine/search/run.ts";
import { tierWords } from "./tier-words.ts";

const LEAST_SECONDS_BETWEEN = 0.2;

const WORDS_OF_PHASE: Readonly<Record<PhaseAfterSearch, string>> = {
  reasons: "placed; looking for the reasons of those who wait",
  verification: "placed and explained; verifying",
};

/** One line on a terminal that says how the run is going; silent where the output is not a terminal. */
export function showProgress(
  stream: NodeJS.WriteStream,
  round: Round,
): {
  readonly show: (progress: RunProgress) => void;
  readonly showPhase: (phase: PhaseAfterSearch) => void;
  readonly end: () => void;
} {
  let last = -1;
  const clear = "\r\u001b[K";
  const write = (text: string) => stream.write(`${clear}${text.slice(0, (stream.columns ?? 80) - 1)}`);
  const show = ({ seconds, tier, objectives, incumbent, bound }: RunProgress) => {
    if (!stream.isTTY || seconds - last < LEAST_SECONDS_BETWEEN) return;
    last = seconds;
    const words = tierWords(objectives, round.policy);
    const standing = `${incumbent ?? "-"} (bound ${bound?.toFixed(1) ?? "-"})`;
    write(`${seconds.toFixed(0)} s  tier ${tier} of ${round.policy.tiers.length}  ${standing}  ${words}`);
  };
  const showPhase = (phase: PhaseAfterSearch) => {
    if (stream.isTTY) write(WORDS_OF_PHASE[phase]);
  };
  return { show, showPhase, end: () => (stream.isTTY ? stream.write(clear) : undefined) };
}
