import { useState } from "preact/hooks";
import type { RoundJson } from "../../../engine/input/round-schema.ts";
import { type Refused, send } from "../api/client.ts";
import type { DemoRoundShape, StoredRound } from "../api/shapes.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useTexts } from "../language/texts.tsx";
import { Refusal } from "../parts/notices.tsx";

/** The shipped rounds, to try the page with. */
export function DemoRounds({ stored }: { readonly stored: (round: StoredRound, content: Partial<RoundJson> | null) => void }) {
  const { t } = useTexts();
  const demos = useAnswer<{ readonly demoRounds: readonly DemoRoundShape[] }>("/v1/demo-rounds", true);
  const [opening, setOpening] = useState<string | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);
  const open = async (id: string) => {
    setOpening(id);
    setProblem(null);
    // Moved on by whole years, so that nothing in it has started yet and it can be published.
    const today = new Date().toISOString().slice(0, 10);
    const content = await send<RoundJson>("GET", `/v1/demo-rounds/${id}?after=${today}`);
    const answer = content.ok ? await send<StoredRound>("POST", "/v1/rounds", { body: content.body }) : content;
    setOpening(null);
    if (!answer.ok) setProblem(answer.problem);
    else if (content.ok) stored(answer.body, content.body);
  };
  if (demos.state === "refused") return <Refusal problem={demos.problem} again={demos.again} />;
  const list = demos.state === "here" ? demos.body.demoRounds : [];
  return (
    <section class="stack">
      <div>
        <h2>{t.load.demos}</h2>
        <p class="soft">{t.load.demoIntro}</p>
      </div>
      {problem === null ? null : <Refusal problem={problem} />}
      <ul class="plain-list columns cards">
        {list.map(({ id, candidates, missions, promotions }) => (
          <li key={id} class="panel stack card">
            <h3>{t.load.demoNames[id] ?? id}</h3>
            <p class="soft small">{t.load.demoHints[id]}</p>
            <p class="small">
              {t.words.candidates(candidates)}, {t.words.missions(missions)}, {t.words.promotions(promotions)}
            </p>
            <div>
              <button
                type="button"
                class="button"
                disabled={opening !== null}
                aria-label={t.load.openNamed(t.load.demoNames[id] ?? id)}
                onClick={() => open(id)}
              >
                {opening === id ? t.common.waiting : t.load.open}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
