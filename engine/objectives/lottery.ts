import { createHash } from "node:crypto";
import { at, type Instance } from "../model/instance.ts";
import { minimising } from "./objective.ts";

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

/**
 * The seeded draw among what every tier leaves tied: who has the lower draw comes off better, and whoever has reserve priority (Art. 13
 * al. 2) before everybody else. With K choices and D start dates on
 * which some choice fits, a candidate's misfortune is i * K + k on the i-th of these dates with choice k (both from 0), and K * D when
 * not placed.
 *
 *     sum over candidates of weight * misfortune, minimised
 */
export const lottery = minimising("lottery", ({ instance }) => {
  const weights = weightsByDraw(instance);
  const startOf = (arc: number) => at(instance.round.promotions, instance.arcs.promotionOf(arc)).start;
  const columns: number[] = [];
  const coefficients: number[] = [];
  let constant = 0;
  // Arcs come by candidate, so that the columns ascend.
  instance.round.candidates.forEach((_, candidate) => {
    const arcs = instance.arcs.ofCandidate(candidate);
    const weight = at(weights, candidate);
    const dates = [...new Set(arcs.map(startOf))].sort((a, b) => a - b);
    const choices = at(instance.round.candidates, candidate).choices.length;
    const worst = choices * dates.length;
    constant += weight * worst;
    for (const arc of arcs) {
      columns.push(arc);
      coefficients.push(weight * (dates.indexOf(startOf(arc)) * choices + instance.arcs.choiceOf(arc) - worst));
    }
  });
  return { columns, coefficients, constant };
});
