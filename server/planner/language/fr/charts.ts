import type { charts as pattern } from "../en/charts.ts";

export const charts: typeof pattern = {
  band: "Zone ombrée : où le nombre devrait se situer",
  within: "dans la fourchette",
  outside: "hors de la fourchette",
  target: "cible",
  countOf: (count, size) => `${count} sur ${size}`,
  countAndBand: (count, from, until) => `${count} ; la fourchette va de ${from} à ${until}`,
};
