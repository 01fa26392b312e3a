import type { accessibility as pattern } from "../en/accessibility.ts";

export const accessibility: typeof pattern = {
  commitment:
    "Cette page est destinée à tous les planificateurs. Elle suit les règles pour l'accessibilité des contenus web (WCAG) 2.2 au niveau AA, comme la loi belge du 19 juillet 2018 le demande aux organismes publics.",
  statusTitle: "État",
  status: "La page respecte les règles dans la mesure où elles peuvent être contrôlées par une machine. Ce qui a été fait :",
  done: [
    "Tout peut se faire au clavier seul ; l'élément actif est clairement marqué.",
    "Chaque graphique et la carte ont leurs chiffres dans un tableau à côté ; la couleur n'est jamais seule.",
    "Chaque champ a une étiquette ; les erreurs sont dites en mots, avec la correction.",
    "Le texte peut être agrandi à 200 % et se lit à la largeur d'un téléphone.",
    "Les animations s'arrêtent si le système demande moins de mouvement.",
    "La page parle français, néerlandais, allemand et anglais, et l'indique aux lecteurs d'écran.",
  ],
  limitsTitle: "Limites connues",
  limits: [
    "Les mots de la loi sont cités en français et en néerlandais seulement, ses deux textes officiels.",
    "Les notes sur les lectures fixes de la loi et le statut d'un profil de règles sont données en anglais par le service.",
    "Aucun audit par des personnes handicapées n'a encore eu lieu.",
  ],
  methodTitle: "Comment on le sait",
  method:
    "À chaque version, un programme ouvre chaque écran dans chaque langue dans un vrai navigateur et le contrôle selon les règles WCAG 2.2 A et AA ; tout le parcours est fait au clavier.",
  contactTitle: "Quelque chose ne fonctionne pas ?",
  contact:
    "Dites-le à qui gère ce service pour vous, avec l'écran et ce que vous vouliez faire. Si cela n'aide pas, le Médiateur fédéral reçoit les plaintes.",
};
