import { useTexts } from "../language/texts.tsx";
import { Busy, Refusal } from "../parts/notices.tsx";
import { SolvedStep } from "../parts/solved-step.tsx";
import { TabList } from "../parts/tab-list.tsx";
import type { Location } from "../router.ts";
import type { Joined } from "./joined.ts";
import { Missions } from "./missions.tsx";
import { Overview } from "./overview.tsx";
import { People } from "./people.tsx";
import { PersonPanel } from "./person-panel.tsx";
import { PromotionSheet } from "./promotion-sheet.tsx";
import { Promotions } from "./promotions.tsx";
import { Regions } from "./regions.tsx";
import { TABS, type Tab } from "./tabs.ts";
import { useResult } from "./use-result.ts";

/** Step 5: what was decided, for whom, where, and why. */
export function ResultScreen({ location }: { readonly location: Location }) {
  const { t } = useTexts();
  return (
    <SolvedStep
      title={t.result.title}
      location={location}
      show={(round, run) => <LoadedResult location={location} round={round} run={run} />}
    />
  );
}

function LoadedResult({ location, round, run }: { readonly location: Location; readonly round: string; readonly run: string }) {
  const { t } = useTexts();
  const result = useResult(round, run);
  const [name = "", id] = (location.open ?? "overview").split("/");
  const tab: Tab = TABS.find((one) => one === name) ?? "overview";
  if (result.state === "waiting") return <Busy />;
  if (result.state === "refused") return <Refusal problem={result.problem} again={result.again} />;
  return (
    <div class="stack wide">
      <TabList label={t.result.parts} tabs={TABS} names={t.result.tabs} current={tab} location={location} />
      <Open tab={tab} id={id === undefined ? null : decodeURIComponent(id)} joined={result.body} location={location} />
    </div>
  );
}

function Open({
  tab,
  id,
  joined,
  location,
}: {
  readonly tab: Tab;
  readonly id: string | null;
  readonly joined: Joined;
  readonly location: Location;
}) {
  switch (tab) {
    case "overview":
      return <Overview joined={joined} location={location} />;
    case "promotions":
      return id === null ? (
        <Promotions joined={joined} location={location} />
      ) : (
        <PromotionSheet key={id} id={id} joined={joined} location={location} />
      );
    case "regions":
      return location.round === null ? null : <Regions joined={joined} round={location.round} />;
    case "missions":
      return <Missions joined={joined} location={location} />;
    case "people":
      return id === null ? (
        <People joined={joined} location={location} />
      ) : (
        <PersonPanel key={id} id={id} joined={joined} location={location} />
      );
  }
}
