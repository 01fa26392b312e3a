/** What one case took. */
export interface RatchetFigures {
  /** Processor time of ours over that of plain HiGHS on the same tiers, in the same process, one after the other. */
  readonly ratio: number;
  /** LP iterations that ours asked of the solver: the same on every machine. */
  readonly steps: number;
}

/** Most that a case may take, by its name; `bench/ratchet/caps.json`. */
export type RatchetCaps = Readonly<Record<string, RatchetFigures>>;

/** How much a cap leaves above what was measured: processor time on a busy machine varies by a third, iterations do not. */
const SLACK: RatchetFigures = { ratio: 1.5, steps: 1.1 };

/** What is wrong with a case, in words; empty: nothing. */
export function judgeRatchet(name: string, { ratio, steps }: RatchetFigures, caps: RatchetCaps): readonly string[] {
  const cap = caps[name];
  if (cap === undefined) return [`${name}: no cap`];
  return [
    ...(ratio > cap.ratio ? [`${name}: ${ratio.toFixed(2)} times the processor time of plain HiGHS, at most ${cap.ratio}`] : []),
    ...(steps > cap.steps ? [`${name}: ${steps} LP iterations, at most ${cap.steps}`] : []),
  ];
}

/** The caps that a measurement would set: a ratchet only ever gets tighter, unless `loosen`. */
export function tightened(name: string, { ratio, steps }: RatchetFigures, caps: RatchetCaps, loosen: boolean): RatchetFigures {
  const cap = { ratio: Number((SLACK.ratio * ratio).toFixed(2)), steps: Math.ceil(SLACK.steps * steps) };
  const old = caps[name];
  if (old === undefined || loosen) return cap;
  return { ratio: Math.min(cap.ratio, old.ratio), steps: Math.min(cap.steps, old.steps) };
}
