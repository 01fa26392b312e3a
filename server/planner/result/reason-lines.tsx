import type { Reason } from "../../../engine/domain/reason.ts";
import { useTexts } from "../language/texts.tsx";
import { useDecisionTexts } from "./use-decision-texts.ts";

/** A reason in the engine's words for the planner: the ground with its article, its price, who takes the seat, the draw. */
export function ReasonLines({ reason }: { readonly reason: Reason }) {
  const { t, language } = useTexts();
  const texts = useDecisionTexts();
  if (reason.code === "no-fit") return <p>{t.told.phrase["no-fit"]}</p>;
  if (texts === null) return null;
  return (
    <>
      {texts.groundLines(reason, language, "planner").map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}
