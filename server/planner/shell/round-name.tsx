import type { StoredRound } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useTexts } from "../language/texts.tsx";

/** The round the planner is working on, under the steps. */
export function RoundName({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const round = useAnswer<StoredRound>(`/v1/rounds/${encodeURIComponent(id)}`, true);
  if (round.state !== "here") return null;
  const { name, sizes } = round.body;
  return (
    <p class="about-round small">
      <span class="soft">{t.shell.round}</span>
      <br />
      <strong>{name}</strong>
      <br />
      <span class="soft">
        {t.words.candidates(sizes.candidates)}, {t.words.promotions(sizes.promotions)}
      </span>
    </p>
  );
}
