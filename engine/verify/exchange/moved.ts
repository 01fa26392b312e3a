import type { Promotion } from "../../domain/round.ts";
import type { Casefile, Service } from "../casefile.ts";

/** Somebody placed, or waiting (`null`), put somewhere else. */
export interface Move {
  readonly from: Service | null;
  readonly to: Service;
}

/** What moves change at once: the promotions they touch and who is placed in them afterwards, as a case of these promotions alone. */
export interface Touched {
  readonly promotions: readonly Promotion[];
  readonly after: Casefile;
}

/** What moves change at once. */
export function touchedBy(casefile: Casefile, moves: readonly Move[]): Touched {
  const leaving = new Set(moves.map(({ from }) => from));
  const promotions = [...new Set(moves.flatMap(({ from, to }) => [to.promotion, ...(from === null ? [] : [from.promotion])]))];
  const placedIn = new Map<string, readonly Service[]>();
  for (const { id } of promotions) {
    const stay = (casefile.placedIn.get(id) ?? []).filter((service) => !leaving.has(service));
    const there = [...stay, ...moves.flatMap(({ to }) => (to.promotion.id === id ? to : []))];
    if (there.length > 0) placedIn.set(id, there);
  }
  return { promotions, after: { ...casefile, placedIn } };
}

/** The case with people moved. */
export function moved(casefile: Casefile, moves: readonly Move[]): Casefile {
  const { promotions, after } = touchedBy(casefile, moves);
  const leaving = new Set(moves.map(({ from }) => from));
  const services = [...casefile.services.filter((service) => !leaving.has(service)), ...moves.map(({ to }) => to)];
  const placedIn = new Map([...casefile.placedIn, ...after.placedIn]);
  for (const { id } of promotions) if (!after.placedIn.has(id)) placedIn.delete(id);
  return { ...casefile, services, placedIn };
}
