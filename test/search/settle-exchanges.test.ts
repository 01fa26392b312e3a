import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import type { ObjectiveId } from "../../engine/domain/policy.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { at, type Instance } from "../../engine/model/instance.ts";
import { settleExchanges } from "../../engine/search/exchange/settle-exchanges.ts";
import { openPosition } from "../../engine/search/local/position.ts";
import type { SolvedStage } from "../../engine/search/solved-stage.ts";
import { constructiveStart } from "../../engine/search/start/constructive-start.ts";
import { measureTiers } from "../../engine/verify/measure-tiers.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { run } from "../engine/run-place.ts";
import { AUTUMN, candidateJson, handMade, missionJson, promotionJson } from "../hand-made-round.ts";
import { roundOf } from "../input/round-of.ts";

/** A placement as a search that was stopped at once might leave it, every stage's value found as it is. */
function unsettled(instance: Instance, arcs: readonly number[]) {
  const stages = stagesOf(instance);
  const { dials } = openPosition(instance, stages, arcs);
  const solved: SolvedStage[] = stages.map((stage, i) => {
    const found = (stage.sense === "minimise" ? 1 : -1) * at(dials, i).value();
    return { stage, found, bound: stage.ideal, stoppedBy: "steps" };
  });
  return { arcs, stages: solved };
}

const MAXIMISED: readonly ObjectiveId[] = ["reserve-priority", "placed", "cross-region", "cross-language"];

test("what a search stopped at once leaves is settled: G7 and G8 hold, whatever the round", async () => {
  for (let seed = 50_000; seed < 50_040; seed++) {
    const outcome = await run({ ...tinyRound(seed), limits: { steps: 1 } });
    if (outcome.status !== "solved") continue;
    const { G7, G8 } = outcome.result.certificate.guarantees;
    expect({ seed, G7, G8 }).toEqual({ seed, G7: "holds", G8: "holds" });
  }
});

test("settling keeps rules and tiers, is the same each time, and finds nothing more to do the second time", () => {
  for (let seed = 1; seed <= 4; seed++) {
    const round = roundOf(generateRound({ candidates: 80, seed, seats: 1.2 }));
    const instance = buildInstance(round);
    const before = unsettled(instance, constructiveStart(instance));
    const settled = settleExchanges(instance, before);
    const placements = (arcs: readonly number[]) => arcs.map((arc) => placementOf(instance, arc));
    expect({ seed, broken: verifyPlacements(round, placements(settled.arcs)) }).toEqual({ seed, broken: [] });
    const [were, are] = [before, settled].map(({ arcs }) => measureTiers(round, placements(arcs)));
    round.policy.tiers.forEach(({ objectives: [id] }, tier) => {
      if (id === "lottery" || id === "delay" || id === "wishes") return;
      const [was, is] = [Number(were?.[tier]), Number(are?.[tier])];
      const worse = MAXIMISED.includes(id ?? "placed") ? is < was : is > was;
      expect({ seed, id, was, is, worse }).toEqual({ seed, id, was, is, worse: false });
    });
    expect(settleExchanges(instance, before)).toEqual(settled);
    expect(settleExchanges(instance, settled).arcs).toEqual(settled.arcs);
  }
});

test.each([2, 3, 5])("a planted cycle of %i is exchanged", (length) => {
  const ids = Array.from({ length }, (_, index) => index);
  const mission = (index: number) => `m${index % length}`;
  const round = roundOf(
    handMade(
      {
        missions: ids.map((index) => missionJson(mission(index), "h1", { places: 1 })),
        promotions: [promotionJson("p1", ...AUTUMN)],
        candidates: ids.map((index) => candidateJson(`c${index}`, [mission(index + 1), mission(index)])),
      },
      ["placed", "cross-language"],
    ),
  );
  const instance = buildInstance(round);
  const planted = instance.arcs.where(({ choice }) => choice === 1);
  const { arcs } = settleExchanges(instance, unsettled(instance, planted));
  expect(arcs.map((arc) => instance.arcs.choiceOf(arc))).toEqual(ids.map(() => 0));
});
