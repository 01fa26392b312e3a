import type { problems as pattern } from "../en/problems.ts";

export const problems: typeof pattern = {
  unreachable: "Le service est injoignable. Vérifiez la connexion et réessayez.",
  unauthenticated: "Votre session est terminée. Reconnectez-vous.",
  forbidden: "Votre clé d'accès ne permet pas cela.",
  "not-found": "Ceci n'existe plus, ou n'a jamais existé.",
  "body-too-large": "Le fichier est trop volumineux.",
  "json-malformed": "Le fichier n'est pas un JSON lisible.",
  "body-invalid": "Les données ne sont pas en ordre.",
  infeasible: "Aucun placement ne peut respecter toutes les règles ensemble.",
  "nothing-found": "Le temps s'est écoulé avant qu'un placement soit trouvé. Accordez plus de temps.",
  "queue-full": "Trop de tours sont en attente. Réessayez dans un instant.",
  "solver-unavailable": "Le calcul a été interrompu. Réessayez.",
  "solver-timeout": "Le calcul a pris trop de temps.",
  "shutting-down": "Le service redémarre. Réessayez dans un instant.",
  "internal-error": "Le service a échoué. Son gestionnaire trouve la raison dans le journal.",
  "rate-limited": "Trop de demandes à la fois. Patientez un instant.",
  "precondition-failed": "Quelqu'un l'a modifié entre-temps. Rechargez et revoyez.",
  "round-in-use": "Un placement de ce tour est encore en cours de calcul.",
};
