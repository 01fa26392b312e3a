import { useTexts } from "../language/texts.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { hrefOf, type Location } from "../router.ts";
import { ConflictTable } from "../run/conflict-table.tsx";
import { RunView } from "../run/run-view.tsx";
import { isGoing, useLiveRun } from "../run/use-live-run.ts";
import { ComparisonView } from "./comparison-view.tsx";

/** A variant on its way, then side by side with the base. */
export function Variant({
  base,
  variant,
  location,
  about = null,
}: {
  readonly base: string;
  readonly variant: string;
  readonly location: Location;
  /** Whose question it is. */
  readonly about?: string | null;
}) {
  const { t } = useTexts();
  const { run, problem, refresh } = useLiveRun(variant);
  if (problem !== null) return <Refusal problem={problem} again={refresh} />;
  if (run === null) return <Busy />;
  if (run.state === "infeasible") return <ConflictTable run={run} />;
  if (isGoing(run) || run.summary === null) return <RunView id={variant} />;
  return (
    <div class="stack wide">
      <ComparisonView base={base} other={variant} location={location} about={about} />
      <div class="row no-print">
        <a class="button first" href={hrefOf({ screen: "result", round: run.roundId, run: variant, open: null })}>
          {t.whatIf.goOnWith}
        </a>
        <a class="button" href={hrefOf({ ...location, open: location.open?.split("/")[0] ?? null })}>
          {t.whatIf.another}
        </a>
      </div>
    </div>
  );
}
