import type { Round } from "../../engine/domain/round.ts";
import type { RunProgress } from "../../engine/search/run.ts";
import { tierWords } from "./tier-words.ts";

const LEAST_SECONDS_BETWEEN = 0.2;

/** One line on a terminal that says how the run is going; silent where the output is not a terminal. */
export function showProgress(
  stream: NodeJS.WriteStream,
  round: Round,
): { readonly show: (progress: RunProgress) => void; readonly end: () => void } {
  let last = -1;
  const clear = "\r\u001b[K";
  const show = ({ seconds, tier, objectives, incumbent, bound }: RunProgress) => {
    if (!stream.isTTY || seconds - last < LEAST_SECONDS_BETWEEN) return;
    last = seconds;
    const words = tierWords(objectives, round.policy);
    const standing = `${incumbent ?? "-"} (bound ${bound?.toFixed(1) ?? "-"})`;
    const text = `${seconds.toFixed(0)} s  tier ${tier} of ${round.policy.tiers.length}  ${standing}  ${words}`;
    stream.write(`${clear}${text.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  return { show, end: () => (stream.isTTY ? stream.write(clear) : undefined) };
}
