import { median } from "simple-statistics";
import type { Goal } from "./goal.ts";

/** The median of the what-ifs on each solved year. */
export const whatIf: Goal = {
  id: "what-if",
  statement: "1,000: a what-if on a solved national year in 1 s (median)",
  sizes: [1000],
  mostSeeds: 1,
  needs: () => [],
  needsWhatIfs: true,
  unit: "s",
  wanted: { at: "most", figure: 1 },
  show: (cases, { whatIfs }) =>
    cases.flatMap((one) => {
      const record = whatIfs(one);
      if (record === null) return [];
      const { seconds, lawful } = record;
      const figure = lawful === seconds.length ? median([...seconds]) : Number.POSITIVE_INFINITY;
      return [
        {
          figure,
          note: `${seconds.length} what-ifs, ${lawful} with a verified result, longest ${Math.max(...seconds).toFixed(2)} s`,
        },
      ];
    }),
};
