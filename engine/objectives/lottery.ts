import { createHash } from "node:crypto";
import { type ArcSum, UNMARKED } from "../model/arc-sum.ts";
import { at, type Instance } from "../model/instance.ts";
import { minimising, never, sumEntry } from "./objective.ts";

/** A candidate's draw: SHA-256(seed, newline, id) in hexadecimal; lower comes first. */
function drawOf(seed: string, id: string): string {
  return createHash("sha256").update(`${seed}\n${id}`, "utf8").digest("hex");
}

/** Weight per candidate with an arc: n for the first down to 1 for the last; 0 without an arc. Who has reserve priority comes first. */
function weightsByDraw({ round, arcs }: Instance): readonly number[] {
  const drawn = round.candidates
    .flatMap(({ id, reserveSince, deferrals }, index) => {
      if (!arcs.hasCandidate(index)) return [];
      return [{ index, last: reserveSince === null && deferrals === 0 ? 1 : 0, draw: drawOf(round.seed, id) }];
    })
    .toSorted((a, b) => a.last - b.last || (a.draw < b.draw ? -1 : 1));
  const weights = round.candidates.map(() => 0);
  drawn.forEach(({ index }, position) => {
    weights[index] = drawn.length - position;
  });
  return weights;
}

function misfortune(instance: Instance): ArcSum {
  const { openings } = instance.arcs;
  const drawn = weightsByDraw(instance);
  const startOf = (opening: number) =>
    at(instance.round.promotions, at(at(openings.intakes, at(openings.intakeOf, opening)), 0)).start;
  const weights = new Float64Array(openings.count);
  let constant = 0;
  instance.round.candidates.forEach(({ choices }, candidate) => {
    const [from, until] = [at(openings.starts, candidate), at(openings.starts, candidate + 1)];
    const dates = new Set<number>();
    for (let o = from; o < until; o++) dates.add(startOf(o));
    const order = new Map([...dates].sort((a, b) => a - b).map((date, i) => [date, i]));
    const weight = at(drawn, candidate);
    const worst = choices.length * order.size;
    constant += weight * worst;
    for (let o = from; o < until; o++) {
      const { choice } = at(openings.wishes, at(openings.wishOf, o));
      weights[o] = weight * ((order.get(startOf(o)) ?? 0) * choices.length + choice - worst);
    }
  });
  return { weights, marked: UNMARKED, constant };
}

/**
 * The seeded draw among what every tier leaves tied: who has the lower draw comes off better, and whoever has reserve priority (Art. 13
 * al. 2) before everybody else. With K choices and D start dates on
 * which some choice fits, a candidate's misfortune is i * K + k on the i-th of these dates with choice k (both from 0), and K * D when
 * not placed.
 *
 *     sum over candidates of weight * misfortune, minimised
 */
export const lottery = minimising("lottery", sumEntry(misfortune, never));
