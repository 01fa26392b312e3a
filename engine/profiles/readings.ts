import type { Policy } from "../domain/policy.ts";
import { FIXED_READINGS } from "./fixed-readings.ts";
import type { Reading } from "./profile.ts";

/** A setting of the policy and what it can be; which of them is the default is the profile's to say. */
interface Setting extends Omit<Reading, "default" | "alternatives"> {
  readonly valueIn: (policy: Policy) => unknown;
  /** Every value, where there are only some; what else it can be in words, where there are many. */
  readonly values: readonly string[] | string;
}

const SHARES = "any shares that sum to 1";
const SHARE = "any share from 0 to 1";
const NUMBER = "any whole number, or no cap";
const MODES = ["soft", "hard"];

const SETTINGS: readonly Setting[] = [
  {
    setting: "ageLimit",
    article: "10, 1°",
    valueIn: ({ ageLimit }) => ageLimit,
    values: ["until-26th-birthday", "until-25th-birthday"],
    fr: "âgé de dix-huit ans accomplis à vingt-cinq ans accomplis",
    nl: "tot de volle leeftijd van vijfentwintig jaar",
    note: "The French text includes the year in which one is 25; the Dutch one can be read as ending at 25.",
  },
  {
    setting: "approvalCover",
    article: "8 §1, §4-6",
    valueIn: ({ approvalCover }) => approvalCover,
    values: ["whole-service", "start"],
    note: "A host must be approved and available while somebody serves; the other reading looks at the first day only.",
  },
  {
    setting: "choices",
    article: "12 §1",
    valueIn: ({ choices }) => choices,
    values: ["up-to-three", "exactly-three", "any-number"],
    fr: "trois choix de missions, par ordre de priorité",
    note: "The law asks for three; fewer are accepted, as nobody gains by refusing them. `any-number` is for other programmes.",
  },
  {
    setting: "needs",
    article: "13; 22 §1, 8°",
    valueIn: ({ needs }) => needs,
    values: ["impose", "forbid"],
    fr: "en imposant éventuellement des conditions de participations à l'organisme d'accueil",
    note: "What a candidate needs and the host does not offer becomes a condition for the host, or rules the mission out.",
  },
  {
    setting: "languages",
    article: "13; 22 §1, 8°",
    valueIn: ({ languages }) => languages,
    values: ["forbid", "impose"],
    fr: "qui ne maîtrisent pas suffisamment au moins l'une des trois langues nationales",
    note: "A mission's languages must all be spoken; who speaks none of nl, fr, de is placed with a condition under both readings.",
  },
  {
    setting: "wishes",
    article: "13 al. 1",
    valueIn: ({ wishes }) => wishes,
    values: ["generous", "greedy", "sum"],
    fr: "rencontre les souhaits exprimés",
    note: "The fewest third choices, then second ones; or the most first choices; or the least total of ranks.",
  },
  {
    setting: "tiers",
    article: "4 §1; 13; 14; 23 §3",
    valueIn: ({ tiers }) => tiers.map(({ objectives }) => objectives.join(" + ")),
    values: "any order, merged tiers, allowances; never without `placed`",
    note: "The law ranks none of its aims: the order is a political choice, and every result states it. Balance, composition and delay may give up a tenth for what follows: the knee of measured trade-off curves.",
  },
  {
    setting: "regionalBalance.targets",
    article: "4 §1, 1°",
    valueIn: ({ regionalBalance }) => regionalBalance?.targets,
    values: SHARES,
    fr: "une répartition équilibrée des citoyens en service entre les différentes Régions",
    nl: "een evenwichtige verdeling van burgers in dienst over de verschillende Gewesten",
    note: "Balanced as the inhabitants aged 18 to 25 are; the Region is that of the mission.",
  },
  {
    setting: "regionalBalance.tolerance",
    article: "4 §1, 1°",
    valueIn: ({ regionalBalance }) => regionalBalance?.tolerance,
    values: SHARE,
    note: "How far a Region's share may lie from its target before a person counts as outside the band.",
  },
  {
    setting: "regionalBalance.mode",
    article: "4 §1, 1°",
    valueIn: ({ regionalBalance }) => regionalBalance?.mode,
    values: MODES,
    note: "The Agency must watch over the balance, not guarantee it: an aim, unless a planner makes it a rule.",
  },
  {
    setting: "regionalBalance.count",
    article: "4 §1, 1°",
    valueIn: ({ regionalBalance }) => regionalBalance?.count,
    values: ["round", "in-service"],
    fr: "citoyens en service",
    nl: "burgers in dienst",
    note: "This round's placements, or all citizens in service with the members of earlier rounds.",
  },
  {
    setting: "lowSkilled.minimum",
    article: "4 §1, 2°",
    valueIn: ({ lowSkilled }) => lowSkilled?.minimum,
    values: `${SHARE}; the key off: report only`,
    fr: "en se concentrant tout particulièrement sur les personnes peu qualifiées",
    nl: "in het bijzonder voor laaggeschoolden",
    note: "The law gives no number.",
  },
  {
    setting: "crossRegion.mode",
    article: "14 §2",
    valueIn: ({ crossRegion }) => crossRegion?.mode,
    values: MODES,
    fr: "Dans la mesure du possible",
    nl: "In de mate van het mogelijke",
    note: "An aim; an obligation only once the King says so (second paragraph).",
  },
  {
    setting: "crossRegion.minimum",
    article: "14 §2",
    valueIn: ({ crossRegion }) => crossRegion?.minimum,
    values: "any whole number",
    fr: "au moins une personne par promotion citoyenne",
    nl: "minstens één persoon per Samenlevingsgroep",
    note: "Members of earlier rounds count.",
  },
  {
    setting: "representativeness",
    article: "23 §3",
    valueIn: ({ representativeness }) => representativeness?.map(({ dimension }) => dimension),
    values: "any dimensions, with target shares and a tolerance or with quotas in persons, soft or hard",
    fr: "tendre vers une représentativité sociodémographique",
    nl: "streven naar socio-demografische representativiteit",
    note: "The law names no dimension: sex, education and age bracket as in the population, tolerance 0.1.",
  },
  {
    setting: "deferralGround",
    article: "23 §3",
    valueIn: ({ deferralGround }) => deferralGround,
    values: ["replacement", "composition"],
    fr: "si la participation d'un autre candidat à la prochaine promotion citoyenne permettait de se rapprocher de ce but",
    note: "`replacement`: somebody else takes the seat, so none is left idle; `composition`: a seat may stay empty for a band's sake.",
  },
  {
    setting: "deferral.maxCount",
    article: "23 §3",
    valueIn: ({ deferral }) => deferral?.maxCount,
    values: NUMBER,
    note: "The law sets no limit. Who has been deferred this often may still wait for want of places, and comes first.",
  },
  {
    setting: "deferral.maxDays",
    article: "23 §3",
    valueIn: ({ deferral }) => deferral?.maxDays,
    values: NUMBER,
    fr: "la plus proche possible de la date de commencement choisie",
    note: "Longest delay after the nearest date; likewise.",
  },
];

/** The readings of the law of 15 May 2024 under a profile's defaults; settings of a part that is off are left out. */
export function readingsUnder(defaults: Policy): readonly Reading[] {
  const settings = SETTINGS.flatMap(({ valueIn, values, ...reading }) => {
    const value = valueIn(defaults);
    if (value === undefined) return [];
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const alternatives = typeof values === "string" ? [values] : values.filter((each) => each !== text);
    return [{ ...reading, default: text, alternatives }];
  });
  return [...settings, ...FIXED_READINGS];
}
