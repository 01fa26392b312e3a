import type { Position } from "./position.ts";

/**
 * Changes the placement into the given one, as changes to accept or undo. False, and everything since the last acceptance taken back,
 * where a candidate has two of the arcs, or a seat or place is missing.
 */
export function moveTo(position: Position, arcs: readonly number[]): boolean {
  const { chosen, compact } = position;
  const wanted = new Set(arcs);
  for (const arc of chosen) if (arc >= 0 && !wanted.has(arc)) position.remove(arc);
  for (const arc of arcs) {
    const candidate = compact.candidateOf(arc);
    if (chosen[candidate] === arc) continue;
    if ((chosen[candidate] ?? -1) >= 0 || !position.hasSeat(arc) || !position.hasPlaces(arc)) {
      position.undo();
      return false;
    }
    position.add(arc);
  }
  return true;
}

/** Whether what has changed since the placement was last accepted keeps sizes and rules, idle seats included. */
export function isLawful(position: Position): boolean {
  return position.keepsSizes() && position.breaches.every((breach) => breach() <= 0) && (position.idle?.find() ?? -1) < 0;
}
