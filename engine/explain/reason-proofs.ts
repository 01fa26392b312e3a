import type { ReasonProof } from "../domain/bound-certificate.ts";
import { formatDay } from "../domain/calendar.ts";
import type { Ground } from "../domain/reason.ts";
import { at } from "../model/instance.ts";
import { tierName } from "./base-run.ts";
import type { Settled } from "./seek/seek-for-waiting.ts";
import type { DatedQuestion } from "./waiting-reasons.ts";

/** The proofs that prices are of grounds: of all that name the tier of the stage that is shown to break, and go beyond its lock by no more than is shown. */
export function reasonProofs(
  { base, sought, priced }: Pick<Settled, "base" | "sought" | "priced">,
  groundFor: (question: DatedQuestion) => Ground | undefined,
): readonly ReasonProof[] {
  return priced.flatMap(({ stage: index, prices, best }) => {
    const { stage } = at(base.stages, index);
    const claims = sought.flatMap(({ question, broken }, i) => {
      const { tier, by = 0 } = groundFor(question)?.price ?? {};
      const value = best[i] ?? null;
      if (broken?.stage !== index || value === null || tier !== tierName(stage) || by === 0 || by > broken.by) return [];
      const { candidate, day } = question;
      const { id } = at(base.instance.round.candidates, candidate);
      return [{ candidate: id, date: day === null ? null : formatDay(day), best: value }];
    });
    return claims.length === 0 ? [] : [{ tier: stage.tier + 1, entry: stage.entry + 1, prices, with: claims }];
  });
}
