import { useTexts } from "../language/texts.tsx";
import { hrefOf } from "../router.ts";
import { Notice } from "./notices.tsx";

/** Said on a screen that is opened without a round. */
export function NeedsRound() {
  const { t } = useTexts();
  return (
    <Notice title={t.shell.needsRound}>
      <a href="#/load">{t.shell.toLoad}</a>
    </Notice>
  );
}

/** Said on a screen that is opened without a placement. */
export function NeedsRun({ round }: { readonly round: string }) {
  const { t } = useTexts();
  return (
    <Notice title={t.shell.needsRun}>
      <a href={hrefOf({ screen: "run", round, run: null, open: null })}>{t.shell.toRun}</a>
    </Notice>
  );
}
