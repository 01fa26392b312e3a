import type { Outcome, Result } from "../../domain/result.ts";
import type { Candidate, Placement } from "../../domain/round.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import { type Casefile, groupBy, type Service } from "../casefile.ts";
import { ineligibility } from "../eligibility.ts";
import { openOwedSeats } from "../exchange/owed-seats.ts";
import { isLastChance } from "../last-chance.ts";
import { delayDays } from "../nearest-date.ts";
import { vacanciesOf } from "../vacancy.ts";
import { below, compare, differs } from "./compare.ts";
import type { Evidence } from "./ground-claims.ts";
import { checkReason } from "./reasons.ts";

/** The placements that a list of outcomes stands for. */
export function placementsOf(outcomes: readonly Outcome[]): Placement[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.outcome !== "placed" && outcome.outcome !== "deferred") return [];
    const { candidate, promotion, missions } = outcome;
    return { candidate, promotion, missions };
  });
}

/** A placement as its outcome must tell it, the reason of a deferral left as it is reported. */
function placedOutcome(service: Service, reported: Outcome, casefile: Casefile): Outcome {
  const delay = delayDays(service, casefile);
  return {
    candidate: service.candidate.id,
    outcome: delay > 0 ? "deferred" : "placed",
    promotion: service.promotion.id,
    missions: service.missions.map(({ id }) => id),
    rank: service.rank,
    delayDays: delay,
    reason: delay > 0 && reported.outcome === "deferred" ? reported.reason : null,
    ...(delay > 0 ? { lastChance: isLastChance(service.candidate, casefile) } : {}),
  };
}

function checkOutcome(
  path: string,
  reported: Outcome,
  candidate: Candidate,
  service: Service | undefined,
  evidence: Evidence,
): FigureViolation[] {
  const { casefile } = evidence;
  const issues = ineligibility(candidate, casefile);
  if (issues.length > 0) return compare(path, reported, { candidate: candidate.id, outcome: "ineligible", issues });
  if (reported.outcome === "ineligible") return compare(below(path, "issues"), reported.issues, []);
  const reason = below(path, "reason");
  if (reported.outcome === "reserve") {
    const { reason: given, ...rest } = reported;
    const shape = compare(path, rest, {
      candidate: candidate.id,
      outcome: "reserve",
      offer: "priority-reserve-list",
      lastChance: isLastChance(candidate, casefile),
    });
    return [...shape, ...checkReason(reason, { candidate, reason: given, given: null }, evidence)];
  }
  if (service === undefined) return [differs(below(path, "outcome"), reported.outcome, null)];
  const told = compare(path, reported, placedOutcome(service, reported, casefile));
  if (reported.outcome !== "deferred" || told.length > 0) return told;
  return checkReason(reason, { candidate, reason: reported.reason, given: service.promotion }, evidence);
}

/** Every candidate has exactly one outcome, in the order of the round, and each says what the placements say. */
export function checkOutcomes({ outcomes, locks }: Pick<Result, "outcomes" | "locks">, casefile: Casefile): FigureViolation[] {
  const { candidates } = casefile.round;
  const services = groupBy(casefile.services, ({ candidate }) => candidate.id);
  const evidence: Evidence = {
    casefile,
    vacancies: vacanciesOf(casefile),
    locks,
    services: new Map(casefile.services.map((service) => [service.candidate.id, service])),
    leavesSeatOwed: openOwedSeats(casefile),
  };
  const length = Math.max(outcomes.length, candidates.length);
  return Array.from({ length }, (_, index) => index).flatMap((index) => {
    const path = below("/outcomes", index);
    const [reported, candidate] = [outcomes[index], candidates[index]];
    if (reported === undefined || candidate === undefined || reported.candidate !== candidate.id) {
      return [differs(below(path, "candidate"), reported?.candidate, candidate?.id)];
    }
    return checkOutcome(path, reported, candidate, services.get(candidate.id)?.[0], evidence);
  });
}
