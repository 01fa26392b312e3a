import type { run as pattern } from "../en/run.ts";
import { plural } from "../plural.ts";

const n = plural("fr");

export const run: typeof pattern = {
  title: "Placer les candidats",
  intro:
    "Le service cherche le meilleur placement, but après but, et prouve sa qualité. Vous pouvez suivre, partir et revenir, ou arrêter et garder le meilleur trouvé.",
  howLong: "Combien de temps au plus ?",
  howLongHint:
    "Il s'arrête plus tôt si le meilleur est prouvé. Plus de temps donne un meilleur placement ou une preuve plus forte, jamais un placement illégal.",
  draw: "Le tirage au sort",
  seed: "Texte dont est tiré le sort",
  seedHint: "Laissez vide pour garder celui du tour. Le même texte donne le même tirage.",
  start: "Placer les candidats",
  going: "Recherche en cours…",
  cancel: "Arrêter et garder le meilleur",
  cancelling: "Arrêt…",
  elapsed: "Temps",
  placedSoFar: "placés",
  best: "Meilleur trouvé",
  bound: "Meilleur possible",
  gap: "Encore ouvert",
  chartLabel: "Meilleur trouvé et meilleur possible au fil du temps, pour le but en cours",
  stages: "Buts jusqu'ici",
  aim: "But",
  proven: "Pour chaque but, il est prouvé qu'aucun placement légal ne fait mieux.",
  notProven:
    "Le placement est légal et vérifié ; pour certains buts, un meilleur peut exister. Le résultat dit de combien au plus.",
  again: "Placer à nouveau",
  toResult: "Voir le résultat",
  earlier: "Placements précédents de ce tour",
  when: "Lancé",
  stateHead: "État",
  conflict: "Règles en conflit",
  conflictIntro:
    "Les règles ci-dessous ne peuvent tenir ensemble ; sans l'une d'elles, les autres le peuvent. Modifiez-en une dans les données ou la politique.",
  conflictPart: "Les règles ci-dessous ne peuvent tenir ensemble ; un ensemble plus petit est peut-être déjà en conflit.",
  tryChange: "Essayer ce changement",
  rule: "Règle",
  articleHead: "Article",
  subject: "Pour",
  duration: (seconds) => (seconds < 60 ? n(seconds, "seconde", "secondes") : n(seconds / 60, "minute", "minutes")),
  seconds: (text) => `${text} s`,
  queued: (position) => (position > 0 ? `En attente : ${position} avant celui-ci` : "En attente de démarrage…"),
  phase: (tier) => `But ${tier} dans l'ordre de la politique`,
  explain: (sense) =>
    sense === "minimise"
      ? "Moins vaut mieux. Le « meilleur possible » est ce qu'aucun placement légal ne peut réduire davantage ; quand les deux nombres se rejoignent, le meilleur est prouvé."
      : "Plus vaut mieux. Le « meilleur possible » est ce qu'aucun placement légal ne peut dépasser ; quand les deux nombres se rejoignent, le meilleur est prouvé.",
  ended: (by) =>
    ({
      proof: "Placé : le meilleur est prouvé",
      steps: "Placé dans le travail accordé",
      time: "Placé dans le temps accordé",
      cancel: "Arrêté : voici le meilleur trouvé",
      error: "Placé ; une réponse n'a pas passé son contrôle et n'a pas été utilisée",
    })[by],
  states: {
    queued: "en attente",
    solving: "en recherche",
    completed: "terminé",
    infeasible: "aucun placement possible",
    cancelled: "arrêté",
    failed: "échoué",
  },
  subjects: {
    candidate: "candidat",
    promotion: "promotion",
    mission: "mission",
    host: "organisme",
    dimension: "dimension",
    category: "groupe",
    region: "Région",
    day: "le",
  },
};
