import type { letters as pattern } from "../en/letters.ts";

export const letters: typeof pattern = {
  greeting: "Madame, Monsieur,",
  ineligible: "Vous ne pouvez pas participer à ce tour de placement.",
  reserve: "Aucune place n'a pu vous être attribuée dans ce tour.",
  offer:
    "Nous vous offrons une place sur la liste de réserve prioritaire (article 13 de la loi du 15 mai 2024). Lors d'un tour ultérieur, vous passerez en premier. Faites-nous savoir si vous l'acceptez.",
  lastChance: "Attention : au début du prochain tour, vous aurez dépassé la limite d'âge de l'article 10.",
  closing: "Pour toute question, ou si quelque chose a changé pour vous, contactez l'Agence.",
  because: (reason) => `Le motif : ${reason}.`,
  ineligibleBecause: (reason, article) => `Le motif : ${reason} (article ${article} de la loi du 15 mai 2024).`,
  missionAt: (mission, host) => `la mission ${mission} auprès de l'organisme d'accueil ${host}`,
  service: (missions, promotion, from, until) =>
    `Vous êtes placé·e : ${missions}, dans la promotion citoyenne ${promotion}, du ${from} au ${until}.`,
  rank: (rank) =>
    rank === 1
      ? "C'est votre premier choix."
      : rank === 2
        ? "C'est votre deuxième choix."
        : rank === 3
          ? "C'est votre troisième choix."
          : `C'est votre choix numéro ${rank}.`,
  deferred: (days) => `Vous commencez ${days} plus tard que la date la plus proche de celle que vous aviez choisie.`,
  reasons: {
    pin: "une décision prise dans votre dossier",
    published: "le plan déjà publié",
    places: "les places des missions que vous avez choisies sont prises",
    size: "il ne reste plus de siège dans les promotions qui vous conviennent",
    rule: "une règle de la loi",
    "deferral-cap": "d'autres ont déjà été reportés autant que permis",
    "reserve-priority": "les personnes de la liste de réserve passent en premier (article 13)",
    "regional-balance": "l'équilibre entre les Régions (article 4)",
    representativeness:
      "la participation d'un autre candidat rapproche la promotion précédente d'une composition représentative (article 23 §3)",
    quota: "la composition de la promotion",
    "low-skilled": "l'inclusion des personnes peu qualifiées (article 4)",
    "cross-region": "dans chaque promotion, quelqu'un doit servir dans une autre Région (article 14)",
    delay: "d'autres attendraient sinon plus longtemps",
    wishes: "les choix de l'ensemble des candidats (article 13)",
    "cross-language": "le service dans une autre région linguistique est encouragé (article 14)",
    lottery: "vous étiez à égalité en tout point avec d'autres, et le tirage au sort a décidé",
    "no-fit": "aucun de vos choix ne convient à une promotion de ce tour",
    "not-established": "le motif est encore en cours d'établissement ; vous pouvez le demander",
  },
};
