import type { law as pattern } from "../en/law.ts";

/** What the rules are worth today, by profile; and the readings that no setting changes, by article: what is done, and why. */
export const law: typeof pattern = {
  status: {
    "be-2024-05-15":
      "En vigueur depuis le 31 mai 2024, telle que publiée. Des sources secondaires font état de son annulation par la Cour constitutionnelle (135/2025 du 23 octobre 2025) ; non vérifié.",
    "be-2024-05-15-art14-hard":
      "Hypothèse : l'arrêté royal que l'art. 14 §2, alinéa 2, permet après l'évaluation de la loi ; aucun n'est connu. La loi elle-même : en vigueur depuis le 31 mai 2024, telle que publiée ; des sources secondaires font état de son annulation par la Cour constitutionnelle (135/2025 du 23 octobre 2025), non vérifié.",
    "ranked-choices": "Pas de loi : un problème d'affectation avec des choix classés.",
  },
  fixed: {
    "10, 1°": [
      "l'âge se compte à la date de début de chaque promotion ; qui est né un 29 février a son anniversaire le 1er mars d'une année ordinaire",
      "Un candidat qu'une promotion ultérieure trouverait trop âgé est signalé comme dernière chance.",
    ],
    "11 §1, §3": [
      "une exception accordée par l'Agence lève aussi bien le service antérieur que le casier judiciaire",
      "Le §3 ne cite aucun autre motif.",
    ],
    "8 §4-6": [
      "un agrément qui prend fin alors que quelqu'un sert déjà est un avertissement, pas un obstacle",
      "La demande de l'organisme ne prend effet qu'après la mission en cours (§6) ; en cas de retrait (§4), l'Agence doit agir.",
    ],
    "2, 2°; 12 §1": [
      "personne n'est placé hors de ses choix ; à une candidature sans choix, la liste de réserve est offerte",
      "L'engagement est libre.",
    ],
    "13 al. 2": [
      "la priorité est d'être placé avant les autres, non d'obtenir un meilleur choix ou une meilleure date",
      "La liste de réserve sert à un engagement futur.",
    ],
    "14 §1": [
      "c'est la région linguistique de l'organisme qui compte ; Bruxelles-Capitale, bilingue, en est une à elle seule",
      "Le §1 parle du lieu de l'organisme, le §2 du service.",
    ],
    "14 §2": ["d'une paire de missions, la première détermine la Région", "Une paire est un seul service."],
    "16 §1": [
      "une promotion dure de six à douze mois, et tous ses citoyens y servent chaque jour",
      "Toute autre chose est un problème des données.",
    ],
    "2, 2°; 23 §3": [
      "personne ne commence avant la date choisie, sauf s'il indique qu'une date antérieure lui convient",
      "La loi permet à l'Agence de retarder, non d'avancer.",
    ],
    "23 §3": [
      "la date la plus proche est le début le plus proche de la date choisie où un choix convient, sans compter places ni sièges ; de deux, la première",
      "Le retard se compte à partir d'elle.",
    ],
    "22 §3; 23 §2": [
      "les deux missions d'une paire se trouvent dans la zone de la promotion",
      "Le citoyen appartient à une seule promotion.",
    ],
    "22 §1, 2°-3°, §3": [
      "des heures non indiquées comptent comme le maximum que la loi permet",
      "Le silence ne prouve pas qu'une paire convient.",
    ],
  },
};
