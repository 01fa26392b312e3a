import type { charts as pattern } from "../en/charts.ts";

export const charts: typeof pattern = {
  band: "Gearceerd: waar het aantal zou moeten liggen",
  within: "binnen de vork",
  outside: "buiten de vork",
  target: "doel",
  countOf: (count, size) => `${count} van ${size}`,
  countAndBand: (count, from, until) => `${count}; de vork gaat van ${from} tot ${until}`,
};
