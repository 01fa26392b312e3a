/** Keeps a number up to date while arcs are chosen and given up. */
export interface Meter {
  /** An arc is chosen, known by its opening and promotion as well. */
  add(opening: number, promotion: number, arc: number): void;
  remove(opening: number, promotion: number, arc: number): void;
  value(): number;
  /**
   * How far the placement is from a value of `target` or less, 0 once it is there: where the value itself is a maximum it does not say
   * which moves help, and this does.
   */
  beyond?(target: number): number;
}

/** A number that follows from meters. */
export type Read = () => number;
