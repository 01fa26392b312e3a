import type { Casefile } from "../casefile.ts";
import { hasFreeSeat, openClaims } from "../rules/no-idle-seat.ts";
import { type Move, touchedBy } from "./moved.ts";

/**
 * Whether a seat that a mover leaves is known to be owed to somebody who waits, by places that were free before and that no mover takes: then the rule
 * on idle seats is broken after the moves, and nothing else need be asked. False says nothing. `after`: the promotions touched.
 */
export function openOwedSeats(casefile: Casefile): (moves: readonly Move[], after?: Pick<Casefile, "placedIn">) => boolean {
  let claims: ReturnType<typeof openClaims> | null = null;
  return (moves, after = touchedBy(casefile, moves).after) => {
    claims ??= openClaims(casefile);
    const owed = claims;
    const movers = new Set(moves.map(({ to }) => to.candidate.id));
    const taken = new Set(moves.flatMap(({ to }) => to.hosts.map(({ id }) => id)));
    return moves.some(({ from }) => {
      if (from === null || !hasFreeSeat(from.promotion, after)) return false;
      return owed(from.promotion).some(
        ({ candidate, hosts }) => !movers.has(candidate.id) && !hosts.some(({ id }) => taken.has(id)),
      );
    });
  };
}
