import type { ComponentChildren } from "preact";
import type { Question } from "../api/use-question.ts";
import { useTexts } from "../language/texts.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";

/** What has come of a question: the seconds it has taken so far, its answer as the caller shows it, or why there is none. */
export function Answered<Body>({
  question,
  show,
}: {
  readonly question: Question<Body>;
  readonly show: (body: Body) => ComponentChildren;
}) {
  const { t, f } = useTexts();
  switch (question.state) {
    case "idle":
      return null;
    case "working":
      return (
        <div>
          <Busy text={t.ask.working} />
          <p class="small soft" aria-hidden="true">
            {t.run.seconds(f.number(question.seconds))}. {t.ask.upTo}
          </p>
        </div>
      );
    case "refused":
      return <Refusal problem={question.problem} />;
    case "answered":
      return <div aria-live="polite">{show(question.body)}</div>;
  }
}
