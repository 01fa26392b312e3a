import type { BandAnswer } from "../../../engine/domain/band-answer.ts";
import type { Question } from "../api/use-question.ts";
import { Notice } from "../parts/notices.tsx";
import { Answered } from "./answered.tsx";

/** The service's answer about a band, in the page's language. */
export interface WhyBand {
  readonly text: readonly string[];
  readonly answer: BandAnswer;
}

/** What stands against a band, or what it would cost: the first line says how things are, the lines set in are a list. */
export function WhyOutside({ question }: { readonly question: Question<WhyBand> }) {
  return (
    <Answered
      question={question}
      show={({ text }) => {
        const [title = "", ...lines] = text;
        const listed = lines.filter((line) => line.startsWith("  "));
        const isListed = (line: string) => listed.includes(line);
        const first = lines.findIndex(isListed);
        const said = lines.filter((line) => !isListed(line));
        const before = first < 0 ? said.length : first;
        return (
          <Notice title={title}>
            {said.slice(0, before).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {listed.length === 0 ? null : (
              <ul>
                {listed.map((line) => (
                  <li key={line}>{line.trim()}</li>
                ))}
              </ul>
            )}
            {said.slice(before).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
        );
      }}
    />
  );
}
