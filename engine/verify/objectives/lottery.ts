import { createHash } from "node:crypto";
import type { Day } from "../../domain/calendar.ts";
import type { Candidate } from "../../domain/round.ts";
import type { Casefile } from "../casefile.ts";
import { ineligibility } from "../eligibility.ts";
import type { Measure } from "../measure.ts";
import { openingsOf } from "../openings.ts";

/** What fate gave a candidate, in 64 hexadecimal digits: lower comes first. */
function drawOf({ id }: Candidate, seed: string): string {
  return createHash("sha256").update(`${seed}\n${id}`, "utf8").digest("hex");
}

/** Art. 13, second paragraph: comes from the priority reserve list, or was deferred before. */
function hasPriority({ reserveSince, deferrals }: Candidate): boolean {
  return reserveSince !== null || deferrals > 0;
}

/** The distinct start dates on which some choice of the candidate fits, in order. */
function startsOf(candidate: Candidate, casefile: Casefile): Day[] {
  const starts = openingsOf(candidate, casefile).map(({ group }) => group.start);
  return [...new Set(starts)].sort((a, b) => a - b);
}

/**
 * Operational: what is tied is decided by a draw that anybody can repeat. The n candidates who may serve and fit somewhere are put in the
 * order of SHA-256(seed, newline, id), those with reserve priority before the others; the first weighs n, the last 1. With K choices and D start dates on which one fits, the misfortune
 * of being placed at choice k on the i-th of them (both from 0) is i K + k, of not being placed K D. The value is the sum of weight times
 * misfortune.
 */
export const lottery: Measure = {
  sense: () => "minimise",
  value: (casefile) => {
    const services = new Map(casefile.services.map((service) => [service.candidate.id, service]));
    const drawn = casefile.round.candidates
      .filter((candidate) => ineligibility(candidate, casefile).length === 0)
      .map((candidate) => ({ candidate, starts: startsOf(candidate, casefile), draw: drawOf(candidate, casefile.seed) }))
      .filter(({ starts }) => starts.length > 0)
      .sort((a, b) => Number(hasPriority(b.candidate)) - Number(hasPriority(a.candidate)) || (a.draw < b.draw ? -1 : 1));
    const misfortunes = drawn.map(({ candidate, starts }) => {
      const service = services.get(candidate.id);
      const date = service === undefined ? -1 : starts.indexOf(service.promotion.start);
      const choices = candidate.choices.length;
      // A placement no choice or date of the candidate stands for breaks a rule, and is worth no more than none.
      return service === undefined || date < 0 || service.rank === 0
        ? choices * starts.length
        : date * choices + service.rank - 1;
    });
    return misfortunes.reduce((sum, misfortune, index) => sum + (drawn.length - index) * misfortune, 0);
  },
};
