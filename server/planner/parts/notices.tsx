import type { ComponentChildren } from "preact";
import type { Refused } from "../api/client.ts";
import { useTexts } from "../language/texts.tsx";

/** Something is on its way. */
export function Busy({ text }: { readonly text?: string }) {
  const { t } = useTexts();
  return (
    <p class="busy" role="status">
      {text ?? t.common.waiting}
    </p>
  );
}

/** A message that stands out; `alert` is read aloud when it appears. */
export function Notice({
  kind = "plain",
  title,
  alert = false,
  children,
}: {
  readonly kind?: "plain" | "attention" | "error" | "good";
  readonly title?: string;
  readonly alert?: boolean;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={`notice ${kind}`} role={alert ? "alert" : undefined}>
      {title === undefined ? null : <h3>{title}</h3>}
      {children}
    </div>
  );
}

/** Why the service did not do what was asked, in the planner's words, with what the log knows it by. */
export function Refusal({ problem, again }: { readonly problem: Refused; readonly again?: () => void }) {
  const { t } = useTexts();
  const words: Readonly<Record<string, string>> = t.problems;
  return (
    <Notice kind="error" title={words[problem.code] ?? t.common.refused} alert>
      {words[problem.code] === undefined && problem.detail !== "" ? <p lang="en">{problem.detail}</p> : null}
      {problem.requestId === undefined ? null : <p class="small soft">{t.common.reference(problem.requestId)}</p>}
      {again === undefined ? null : (
        <p>
          <button type="button" class="button little" onClick={again}>
            {t.common.again}
          </button>
        </p>
      )}
    </Notice>
  );
}
