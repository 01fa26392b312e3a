import type { Dimension, Policy } from "../../../engine/domain/policy.ts";
import { useTexts } from "../language/texts.tsx";
import { switchOff } from "./policy-draft.ts";
import type { PolicyPart } from "./policy-part.ts";
import { QuotaTable } from "./quota-table.tsx";
import { TargetTable } from "./target-table.tsx";

/** Targets of every promotion by dimension, and of the Regions, each beside the population's and the candidates' shares. */
export function Targets(part: PolicyPart) {
  const { t } = useTexts();
  const { policy, change, seen, profile } = part;
  const dimensions = policy.representativeness ?? [];
  const setDimension = (i: number, dimension: Dimension) =>
    change({ ...policy, representativeness: dimensions.with(i, dimension) });
  const takeOut = (i: number) =>
    change(
      dimensions.length === 1
        ? switchOff(policy, "representativeness")
        : { ...policy, representativeness: dimensions.toSpliced(i, 1) },
    );
  return (
    <section class="stack">
      <div>
        <h2>{t.policy.targets}</h2>
        <p class="soft">{t.policy.targetsIntro}</p>
      </div>
      <div class="columns broad">
        {dimensions.map((dimension, i) => {
          const name = dimension.dimension;
          const applicants = seen.overview.applicants[name] ?? {};
          const common = {
            title: t.words.dimensions[name] ?? name,
            article: "23 §3",
            mode: dimension.mode,
            setMode: (mode: Dimension["mode"]) => setDimension(i, { ...dimension, mode }),
            takeOut: () => takeOut(i),
          };
          return "targets" in dimension ? (
            <TargetTable
              key={name}
              {...common}
              targets={dimension.targets}
              tolerance={dimension.tolerance}
              population={populationOf(profile.defaults, name)}
              applicants={applicants}
              nameOf={(category) => t.words.categories[category] ?? category}
              setTargets={(targets) => setDimension(i, { ...dimension, targets })}
              setTolerance={(tolerance) => setDimension(i, { ...dimension, tolerance })}
            />
          ) : (
            <QuotaTable
              key={name}
              {...common}
              quotas={dimension.quotas}
              applicants={applicants}
              setQuotas={(quotas) => setDimension(i, { ...dimension, quotas })}
            />
          );
        })}
        <RegionTargets {...part} />
      </div>
    </section>
  );
}

function populationOf(defaults: Policy, name: string): Readonly<Record<string, number>> {
  const known = defaults.representativeness?.find(({ dimension }) => dimension === name);
  return known !== undefined && "targets" in known ? known.targets : {};
}

function RegionTargets({ policy, change, seen, profile }: PolicyPart) {
  const { t } = useTexts();
  const balance = policy.regionalBalance;
  if (balance === null) return null;
  const applicants = Object.fromEntries(seen.overview.regions.map(({ region, first }) => [region, first]));
  return (
    <TargetTable
      title={t.words.objectives["regional-balance"]}
      article="4 §1, 1°"
      mode={balance.mode}
      setMode={(mode) => change({ ...policy, regionalBalance: { ...balance, mode } })}
      takeOut={() => change(switchOff(policy, "regionalBalance"))}
      targets={balance.targets}
      tolerance={balance.tolerance}
      population={profile.defaults.regionalBalance?.targets ?? {}}
      applicants={applicants}
      applicantsHead={t.policy.firstChoices}
      nameOf={(region) => t.words.regions[region] ?? region}
      setTargets={(targets) => change({ ...policy, regionalBalance: { ...balance, targets } })}
      setTolerance={(tolerance) => change({ ...policy, regionalBalance: { ...balance, tolerance } })}
    />
  );
}
