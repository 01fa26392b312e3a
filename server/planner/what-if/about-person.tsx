import type { Comparison } from "../../../engine/simulate/comparison/compare-results.ts";
import { useTexts } from "../language/texts.tsx";
import { Notice } from "../parts/notices.tsx";
import { spotText } from "./moves.tsx";

/** What the variant means for the person whose question it is. */
export function AboutPerson({ candidate, moved }: { readonly candidate: string; readonly moved: Comparison["moved"] }) {
  const { t } = useTexts();
  const move = moved.find((one) => one.candidate === candidate);
  const title = `${t.common.candidate} ${candidate}`;
  if (move === undefined) return <Notice title={title}>{t.ask.notMoved}</Notice>;
  return (
    <Notice kind={move.direction === "gains" ? "good" : "plain"} title={title}>
      <p>{t.ask.moves(spotText(move.from, t), spotText(move.to, t))}</p>
      <p class="small">{t.ask.readBelow}</p>
    </Notice>
  );
}
