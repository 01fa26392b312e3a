import type { problems as pattern } from "../en/problems.ts";

export const problems: typeof pattern = {
  unreachable: "De dienst is niet bereikbaar. Kijk de verbinding na en probeer opnieuw.",
  unauthenticated: "Uw sessie is afgelopen. Meld u opnieuw aan.",
  forbidden: "Uw toegangssleutel laat dit niet toe.",
  "not-found": "Dit bestaat niet meer, of heeft nooit bestaan.",
  "body-too-large": "Het bestand is te groot.",
  "json-malformed": "Het bestand is geen leesbare JSON.",
  "body-invalid": "De gegevens zijn niet in orde.",
  infeasible: "Geen plaatsing kan alle regels samen naleven.",
  "nothing-found": "De tijd was om voor er een plaatsing werd gevonden. Geef meer tijd.",
  "queue-full": "Er wachten te veel ronden. Probeer het zo dadelijk opnieuw.",
  "solver-unavailable": "De berekening werd onderbroken. Probeer opnieuw.",
  "solver-timeout": "De berekening duurde te lang.",
  "shutting-down": "De dienst herstart. Probeer het zo dadelijk opnieuw.",
  "internal-error": "De dienst faalde. Wie hem beheert vindt de reden in het logboek.",
  "rate-limited": "Te veel aanvragen tegelijk. Wacht even.",
  "precondition-failed": "Iemand heeft dit intussen gewijzigd. Herlaad en kijk opnieuw.",
  "round-in-use": "Een plaatsing van deze ronde wordt nog berekend.",
};
