import { useTexts } from "../language/texts.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { SolvedStep } from "../parts/solved-step.tsx";
import { TabList } from "../parts/tab-list.tsx";
import { useResult } from "../result/use-result.ts";
import type { Location } from "../router.ts";
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
    <SolvedStep
      title={t.decide.title}
      intro={t.decide.intro}
      location={location}
      show={(round, run) => <Tabs location={location} round={round} run={run} />}
    />
  );
}

function Tabs({ location, round, run }: { readonly location: Location; readonly round: string; readonly run: string }) {
  const { t } = useTexts();
  const [name = "", id] = (location.open ?? "pins").split("/");
  const tab: Tab = TABS.find((one) => one === name) ?? "pins";
  return (
    <div class="stack wide">
      <TabList label={t.decide.title} tabs={TABS} names={t.decide.tabs} current={tab} location={location} />
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
