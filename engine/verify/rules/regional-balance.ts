import { breaks, type Check } from "../check.ts";
import { regionShares } from "../regions.ts";

/** Art. 4 §1, 1°: where the policy makes the balance hard, the citizens counted in every Region with a target lie in its band. */
export const regionalBalance: Check = (casefile) => {
  if (casefile.round.policy.regionalBalance?.mode !== "hard") return [];
  return regionShares(casefile)
    .filter(({ deviation }) => deviation > 0)
    .map(({ region, placed, band }) =>
      breaks("regional-balance", { region }, `${placed} citizens outside the band ${band[0]} to ${band[1]}`),
    );
};
