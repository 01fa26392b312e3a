/** Keeps a number up to date while arcs are chosen and given up. */
export interface Meter {
  add(arc: number): void;
  remove(arc: number): void;
  value(): number;
  /**
   * How far the placement is from a value of `target` or less, 0 once it is there: where the value itself is a maximum it does not say
   * which moves help, and this does.
   */
  beyond?(target: number): number;
}

/** A number that follows from meters. */
export type Read = () => number;
