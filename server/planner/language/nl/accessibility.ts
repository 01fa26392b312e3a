import type { accessibility as pattern } from "../en/accessibility.ts";

export const accessibility: typeof pattern = {
  commitment:
    "Deze pagina is er voor elke planner. Ze volgt de richtlijnen voor toegankelijkheid van webcontent (WCAG) 2.2 op niveau AA, zoals de Belgische wet van 19 juli 2018 van overheidsinstanties vraagt.",
  statusTitle: "Stand",
  status: "De pagina voldoet aan de richtlijnen voor zover een machine dat kan nagaan. Wat ervoor gedaan is:",
  done: [
    "Alles kan met het toetsenbord alleen; wat actief is, is duidelijk gemerkt.",
    "Elke grafiek en de kaart hebben hun cijfers in een tabel ernaast; kleur staat nooit alleen.",
    "Elk veld heeft een label; fouten worden in woorden gezegd, met wat te doen.",
    "De tekst kan tot 200 % vergroot worden en is leesbaar op de breedte van een telefoon.",
    "Bewegende beelden stoppen waar het systeem om minder beweging vraagt.",
    "De pagina spreekt Frans, Nederlands, Duits en Engels, en zegt dat aan schermlezers.",
  ],
  limitsTitle: "Gekende grenzen",
  limits: [
    "De woorden van de wet worden alleen in het Frans en het Nederlands aangehaald, de twee officiële teksten.",
    "Opmerkingen bij vaste lezingen van de wet en de status van een regelprofiel geeft de dienst in het Engels.",
    "Er was nog geen audit door mensen met een beperking.",
  ],
  methodTitle: "Hoe we dat weten",
  method:
    "Bij elke versie opent een programma elk scherm in elke taal in een echte browser en toetst het aan de regels van WCAG 2.2 A en AA; het hele parcours wordt met het toetsenbord afgelegd.",
  contactTitle: "Werkt er iets niet?",
  contact:
    "Zeg het aan wie deze dienst voor u beheert, met het scherm en wat u wilde doen. Helpt dat niet, dan neemt de federale Ombudsman klachten aan.",
};
