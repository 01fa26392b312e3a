import { openBaseRun } from "../../engine/explain/base-run.ts";
import type { Instance } from "../../engine/model/instance.ts";
import type { SolvedStage } from "../../engine/search/solved-stage.ts";

/** The stages of a run that has placed nobody, so that everybody is asked about; `worst`: what each stage to be minimised was left with. */
export function nobodyPlaced(instance: Instance, worst: number): readonly SolvedStage[] {
  return openBaseRun(instance, [], []).stages.map(({ stage }) => {
    const found = stage.sense === "minimise" ? worst : 0;
    return { stage, found, bound: stage.ideal, stoppedBy: "steps" };
  });
}
