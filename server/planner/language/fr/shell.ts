import type { shell as pattern } from "../en/shell.ts";

export const shell: typeof pattern = {
  service: "Service citoyen",
  name: "Tours de placement",
  skip: "Aller au contenu",
  language: "Langue",
  steps: "Étapes du tour",
  step: {
    load: "Charger",
    check: "Contrôler",
    policy: "Politique",
    run: "Placer",
    result: "Résultat",
    "what-if": "Et si…",
    decide: "Décider",
  },
  round: "Tour",
  closed: "pas encore accessible",
  endOfPage: "À propos de cette page",
  accessibility: "Déclaration d'accessibilité",
  reference: "Référence pour les programmeurs",
  signedInAs: (name) => `Connecté : ${name}`,
  signOut: "Se déconnecter",
  roles: { read: "lecture", plan: "planification", publish: "planification et publication", admin: "administration" },
  signIn: {
    title: "Se connecter",
    intro:
      "Ce service conserve des tours concernant de vraies personnes. Saisissez la clé d'accès que vous avez reçue. Au premier démarrage, le service affiche une clé dans sa fenêtre.",
    key: "Clé d'accès",
    hint: "Elle commence par csp_",
    submit: "Se connecter",
    wrong: "Cette clé est inconnue ou n'est plus valable.",
  },
  needsRound: "Chargez d'abord un tour.",
  toLoad: "Aller à Charger",
  needsRun: "Placez d'abord ce tour.",
  toRun: "Aller à Placer",
};
