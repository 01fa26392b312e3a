import { useTexts } from "../language/texts.tsx";
import { NeedsRound, NeedsRun } from "../parts/needs.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { useResult } from "../result/use-result.ts";
import { hrefOf, type Location } from "../router.ts";
import { Downloads } from "./downloads.tsx";
import { History } from "./history.tsx";
import { Pins } from "./pins.tsx";
import { Publish } from "./publish.tsx";
import { Repair } from "./repair.tsx";

const TABS = ["pins", "publish", "repair", "downloads", "history"] as const;
type Tab = (typeof TABS)[number];

/** Step 7: what the planner decides: fixed placements, publication, repair; what is handed out; who did what. */
export function DecideScreen({ location }: { readonly location: Location }) {
  const { t } = useTexts();
  return (
    <>
      <div class="intro">
        <h1>{t.decide.title}</h1>
        <p>{t.decide.intro}</p>
      </div>
      {location.round === null ? (
        <NeedsRound />
      ) : location.run === null ? (
        <NeedsRun round={location.round} />
      ) : (
        <Tabs location={location} round={location.round} run={location.run} />
      )}
    </>
  );
}

function Tabs({ location, round, run }: { readonly location: Location; readonly round: string; readonly run: string }) {
  const { t } = useTexts();
  const [name = "", id] = (location.open ?? "pins").split("/");
  const tab: Tab = TABS.find((one) => one === name) ?? "pins";
  return (
    <div class="stack wide">
      <nav aria-label={t.decide.title}>
        <ul class="tabs">
          {TABS.map((one) => (
            <li key={one}>
              <a href={hrefOf({ ...location, open: one })} aria-current={one === tab ? "page" : undefined}>
                {t.decide.tabs[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Open tab={tab} id={id ?? null} round={round} run={run} location={location} />
    </div>
  );
}

function Open({
  tab,
  id,
  round,
  run,
  location,
}: {
  readonly tab: Tab;
  readonly id: string | null;
  readonly round: string;
  readonly run: string;
  readonly location: Location;
}) {
  const result = useResult(round, run);
  if (tab === "history") return <History />;
  if (result.state === "waiting") return <Busy />;
  if (result.state === "refused") return <Refusal problem={result.problem} again={result.again} />;
  const joined = result.body;
  switch (tab) {
    case "pins":
      return <Pins round={round} joined={joined} candidate={id} />;
    case "publish":
      return <Publish round={round} run={run} joined={joined} />;
    case "repair":
      return <Repair round={round} run={run} joined={joined} variant={id} location={location} />;
    case "downloads":
      return <Downloads run={run} joined={joined} />;
  }
}
