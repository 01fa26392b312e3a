import { useState } from "preact/hooks";
import type { RoundJson } from "../../../engine/input/round-schema.ts";
import type { StoredRound } from "../api/shapes.ts";
import { useTexts } from "../language/texts.tsx";
import { Notice } from "../parts/notices.tsx";
import { go, type Location } from "../router.ts";
import { DemoRounds } from "./demo-rounds.tsx";
import { DropZone } from "./drop-zone.tsx";
import { EarlierRounds } from "./earlier-rounds.tsx";
import { LoadedIssues, type Troubled } from "./loaded-issues.tsx";
import { Templates } from "./templates.tsx";

/** Step 1: a round from a file, from tables or from an example; what is wrong with its data, in words and with the fix. */
export function LoadScreen({ location }: { readonly location: Location }) {
  const { t } = useTexts();
  const [trouble, setTrouble] = useState<Troubled | null>(null);
  const stored = (round: StoredRound, content: Partial<RoundJson> | null) => {
    if (round.issueCount.errors === 0 && round.issueCount.warnings === 0) {
      go({ screen: "check", round: round.id, run: null, open: null });
      return;
    }
    setTrouble({ issues: round.issues, total: round.issueCount.errors + round.issueCount.warnings, content, round });
    if (round.issueCount.errors === 0) go({ ...location, screen: "load", round: round.id, run: null });
  };
  return (
    <>
      <div class="intro">
        <h1>{t.load.title}</h1>
        <p>{t.load.intro}</p>
      </div>
      <div class="stack wide">
        <DropZone stored={stored} troubled={setTrouble} />
        {trouble === null ? null : <LoadedIssues trouble={trouble} />}
        <DemoRounds stored={stored} />
        <EarlierRounds />
        <Templates />
        <Notice>
          <p>{t.load.privacy}</p>
        </Notice>
      </div>
    </>
  );
}
