import type { load as pattern } from "../en/load.ts";
import { plural } from "../plural.ts";

const n = plural("fr");

export const load: typeof pattern = {
  title: "Charger un tour",
  intro:
    "Un tour de placement réunit les candidats inscrits, les missions offertes par les organismes d'accueil et les promotions citoyennes à démarrer. Rien n'est encore placé.",
  drop: "Déposez ici les fichiers d'un tour",
  dropHint: "Un tour en JSON, un classeur Excel, ou quatre tableaux (hosts, missions, promotions, candidates) en CSV ou Excel.",
  choose: "Choisir des fichiers",
  reading: "Lecture des fichiers…",
  notAFile: (name) =>
    `${name} n'est ni du JSON ni un tableau d'un tour. Nommez les tableaux hosts, missions, promotions et candidates.`,
  missingTables: (names) => `Ces tableaux manquent : ${names}. Déposez les quatre ensemble.`,
  roundName: "Nom du tour",
  roundNameHint: "Par exemple 2026-automne. Il figure sur tous les documents du tour.",
  read: "Lire les tableaux",
  demos: "Ou essayez un exemple",
  demoIntro: "Des personnes inventées, de vraies communes. Rien n'y concerne qui que ce soit.",
  demoNames: { tiny: "Six candidats", intake: "Une session d'entrée", "national-year": "Une année nationale" },
  demoHints: {
    tiny: "Assez petit pour vérifier à la main.",
    intake: "L'entrée d'une région, placée en une minute environ.",
    "national-year": "La taille que vise la loi.",
  },
  open: "Ouvrir",
  openNamed: (name) => `Ouvrir ${name}`,
  templates: "Modèles",
  templatesIntro: "Des tableaux vides avec les bonnes colonnes, pour Excel. La deuxième ligne donne un exemple.",
  tables: { hosts: "Organismes", missions: "Missions", promotions: "Promotions", candidates: "Candidats" },
  earlier: "Tours déjà chargés",
  noEarlier: "Aucun tour n'a encore été chargé.",
  loadedOn: "Chargé",
  loadedBy: "Par",
  sizes: "Contenu",
  state: "Données",
  ready: "prêt",
  errors: (count) => n(count, "erreur", "erreurs"),
  warnings: (count) => n(count, "remarque", "remarques"),
  variantOf: "variante",
  issuesTitle: "Ce qui ne va pas dans les données",
  issuesIntro: (errors) =>
    `${errors} à corriger dans le fichier avant de pouvoir placer ce tour. Corrigez tout en une fois, puis chargez-le à nouveau.`,
  warningsOnly: "Les données sont utilisables. Certaines lignes méritent un regard.",
  tooManyIssues: (shown, all) => `Les ${shown} premières sur ${all} sont affichées.`,
  where: "Où",
  what: "Ce qui ne va pas",
  fix: "Ce qu'il faut faire",
  kind: "Type",
  error: "erreur",
  warning: "remarque",
  wholeFile: "tout le fichier",
  row: (row) => `ligne ${row}`,
  line: (list, position, id) => (id === null ? `${list}, ligne ${position}` : `${list}, ligne ${position} (${id})`),
  loaded: (name) => `Le tour ${name} est chargé`,
  privacy:
    "Un tour ne contient ni noms, ni numéros nationaux, ni adresses : seulement des identifiants pseudonymes. Les fichiers qui semblent en contenir sont refusés (art. 7, 12).",
  toCheck: "Aller à Contrôler",
  workbook: "Le classeur",
};
