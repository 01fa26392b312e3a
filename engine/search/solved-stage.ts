import type { StoppedBy } from "../domain/result.ts";
import type { Stage } from "../formulate/stages.ts";
import type { Proven } from "./tighter.ts";

/** A stage as it was solved: the value found then, and the proven bound under the locks of that moment. */
export interface SolvedStage extends Proven {
  readonly stage: Stage;
  readonly found: number;
  readonly stoppedBy: StoppedBy;
}
