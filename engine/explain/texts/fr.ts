import type { Words } from "./words.ts";

const RANKS = ["premier", "deuxième", "troisième"];
const rankOf = (rank: number) => `${RANKS[rank - 1] ?? `${rank}e`} choix`;
const plural = (n: number, one: string, many: string) => `${n} ${n < 2 ? one : many}`;

/** Français administratif de Belgique, phrases courtes. */
export const fr: Words = {
  locale: "fr-BE",
  you: {
    placed: (date, missions, rank) => `Vous commencez le ${date} à la mission ${missions}. C'est votre ${rankOf(rank)}.`,
    deferred: (date, missions, rank, days) =>
      `Votre engagement est reporté : vous commencez le ${date} à la mission ${missions} (votre ${rankOf(rank)}). C'est ${plural(days, "jour", "jours")} après la date la plus proche qui était possible pour vous.`,
    reserve: "Aucune place n'a pu vous être attribuée dans ce tour de placement.",
    ineligible: "Vous ne remplissez pas les conditions pour participer à ce tour de placement.",
    offer:
      "Vous pouvez demander à être inscrit sur la liste de réserve prioritaire (article 13, alinéa 2). Vous passerez alors avant les autres.",
    lastChance: "Attention : après ce tour, vous aurez dépassé la limite d'âge.",
    firstChoice: "Pourquoi pas votre premier choix ?",
    hasIt: "C'est ce que vous avez obtenu.",
    impossible: "Aucun de vos choix n'y est possible.",
    draw: (draw) => `Votre numéro au tirage : ${draw.slice(0, 12)}… (le plus petit passe d'abord).`,
  },
  they: {
    placed: (date, missions, rank) => `L'engagement commence le ${date} à la mission ${missions}, ${rankOf(rank)} exprimé.`,
    deferred: (date, missions, rank, days) =>
      `L'engagement est reporté : il commence le ${date} à la mission ${missions} (${rankOf(rank)} exprimé), ${plural(days, "jour", "jours")} après la date possible la plus proche.`,
    reserve: "Aucune place n'a pu être attribuée dans ce tour de placement.",
    ineligible: "Les conditions pour participer à ce tour de placement ne sont pas remplies.",
    offer:
      "L'inscription sur la liste de réserve prioritaire peut être demandée (article 13, alinéa 2) ; elle fait passer avant les autres.",
    lastChance: "La limite d'âge sera dépassée après ce tour.",
    firstChoice: "Pourquoi pas le premier choix ?",
    hasIt: "C'est ce qui a été attribué.",
    impossible: "Aucun des choix exprimés n'y est possible.",
    draw: (draw) => `Numéro au tirage : ${draw.slice(0, 12)}… (le plus petit passe d'abord).`,
  },
  toCandidate: {
    pin: "L'Agence a pris cette décision pour votre dossier en particulier.",
    published: "Des placements déjà annoncés auraient dû être modifiés.",
    places: "Il n'y avait pas assez de places dans les missions choisies pour toutes les personnes qui les demandaient.",
    size: "Il n'y avait pas assez de places dans les promotions citoyennes pour toutes les personnes qui les demandaient.",
    rule: "Une règle que l'Agence doit respecter ne le permettait pas.",
    quota: "D'autres critères, liés à la composition des groupes, ne le permettaient pas.",
    lottery: "Plusieurs personnes étaient à égalité et un tirage au sort a décidé.",
    "not-established": "La raison exacte n'a pas encore pu être établie. Vous pouvez la demander à l'Agence.",
    "cross-language": "L'Agence encourage le service dans une autre région linguistique, et moins de personnes l'auraient fait.",
    "cross-region":
      "Dans chaque groupe, si possible, une personne au moins sert dans une autre Région. Ce n'aurait plus été le cas.",
    "deferral-cap": "Des personnes qui ont déjà attendu aussi longtemps que permis passent d'abord.",
    delay: "D'autres personnes auraient dû attendre plus longtemps.",
    "low-skilled": "L'Agence doit aussi atteindre les jeunes peu qualifiés, et trop peu auraient pu commencer.",
    "regional-balance": "Les placements doivent être répartis de manière équilibrée entre les Régions.",
    representativeness:
      "Chaque promotion citoyenne doit ressembler à la société. La participation d'une autre personne permettait de se rapprocher de ce but.",
    "reserve-priority": "Les personnes de la liste de réserve prioritaire, ou déjà reportées, passent d'abord.",
    wishes: "Les souhaits des candidats auraient été moins bien respectés.",
    "no-fit": "Aucun de vos choix n'est possible à une date de ce tour (zone, dates, langues ou conditions de la mission).",
  },
  phrase: {
    pin: "décision de l'Agence sur ce dossier",
    published: "stabilité des placements publiés",
    places: "places insuffisantes dans les missions choisies",
    size: "places insuffisantes dans les promotions citoyennes",
    rule: "règle obligatoire",
    quota: "composition des promotions citoyennes",
    lottery: "tirage au sort entre candidats à égalité",
    "not-established": "motif non établi dans les limites du calcul",
    "cross-language": "service dans une autre région linguistique",
    "cross-region": "service dans une autre Région",
    "deferral-cap": "priorité des personnes protégées par la limite des reports",
    delay: "retard d'autres candidats",
    "low-skilled": "inclusion des personnes peu qualifiées",
    "regional-balance": "répartition équilibrée entre les Régions",
    representativeness: "représentativité sociodémographique, la participation d'un autre candidat s'en rapprochant",
    "reserve-priority": "priorité de la liste de réserve prioritaire et des reports antérieurs",
    wishes: "souhaits exprimés",
    "no-fit": "aucun choix possible dans les promotions du tour",
  },
  aim: {
    changes: "le moins de changements aux placements publiés",
    "deferral-cap": "le moins de personnes au-delà de la limite des reports",
    "reserve-priority": "le plus de personnes prioritaires placées",
    placed: "le plus de personnes placées",
    "regional-balance": "répartition équilibrée entre les Régions",
    "worst-promotion": "composition de la promotion la plus éloignée des cibles",
    representativeness: "composition de toutes les promotions",
    "low-skilled": "part des personnes peu qualifiées",
    "cross-region": "promotions où quelqu'un sert dans une autre Région",
    delay: "le moins de jours de retard",
    wishes: "souhaits exprimés",
    "cross-language": "service dans une autre région linguistique",
    lottery: "tirage au sort",
  },
  article: (article) => `article ${article} de la loi du 15 mai 2024`,
  wanted: {
    nearestDate: "Pourquoi pas la date la plus proche ?",
    date: (date) => `Pourquoi pas le ${date} ?`,
    placed: "Pourquoi pas de place ?",
    place: (what) => `Pourquoi pas ${what} ?`,
  },
  nothing: "Rien ne s'y oppose.",
  lottery:
    "Toutes les personnes concernées avaient les mêmes droits. Un tirage au sort, que chacun peut refaire, a désigné qui passe.",
  price: (tier, by, atMost) => `Prix : l'objectif « ${tier} » serait dépassé de ${atMost === null ? by : `${by} à ${atMost}`}.`,
  interval: (tier, atMost) =>
    `Ce que l'on sait : sans rien coûter aux objectifs qui précèdent, l'objectif « ${tier} » serait dépassé de ${atMost} au plus ; il n'est pas établi si moins suffirait, ou rien.`,
  seat: (promotion, candidate, withThem, instead) =>
    `Dans ${promotion}, ${candidate} occupe le siège : écart de ${withThem} avec cette personne, de ${instead} avec le candidat reporté à sa place.`,
  makeWay: (ids) => `Céderaient leur place : ${ids}.`,
  passed: (date, phrase) => `Le ${date} : ${phrase}.`,
  helps: "Ce qui aurait suffi :",
  nothingHelps: "Aucun petit changement seul n'aurait suffi, autant que nous sachions.",
  notTried: (count) => `Autres dates et missions qui n'ont pas été essayées : ${count}.`,
  change: {
    missionPlace: (mission) => `une place de plus à la mission ${mission}`,
    promotionSeat: (promotion) => `un siège de plus dans la promotion ${promotion}`,
    tolerance: (tier) => `une unité de tolérance de plus pour « ${tier} »`,
    startDate: (date) => `une autre date de début : le ${date}`,
    choice: (mission) => `un autre choix : la mission ${mission}`,
  },
  better: "Un meilleur placement a été trouvé en répondant à cette question : il devrait remplacer celui-ci.",
  file: {
    considering: (candidate) =>
      `Vu la loi du 15 mai 2024 relative au Service citoyen ; vu l'acte de candidature de ${candidate} ;`,
    decides: "Par ces motifs, l'Agence décide comme indiqué ci-dessus.",
  },
};
