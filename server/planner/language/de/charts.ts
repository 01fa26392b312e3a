import type { charts as pattern } from "../en/charts.ts";

export const charts: typeof pattern = {
  band: "Schattiert: wo die Zahl liegen sollte",
  within: "innerhalb der Spanne",
  outside: "außerhalb der Spanne",
  target: "Ziel",
  countOf: (count, size) => `${count} von ${size}`,
  countAndBand: (count, from, until) => `${count}; die Spanne reicht von ${from} bis ${until}`,
};
