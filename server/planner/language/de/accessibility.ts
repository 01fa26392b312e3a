import type { accessibility as pattern } from "../en/accessibility.ts";

export const accessibility: typeof pattern = {
  commitment:
    "Diese Seite ist für alle, die planen. Sie folgt den Richtlinien für barrierefreie Webinhalte (WCAG) 2.2 auf Stufe AA, wie es das belgische Gesetz vom 19. Juli 2018 von öffentlichen Stellen verlangt.",
  statusTitle: "Stand",
  status: "Die Seite erfüllt die Richtlinien, soweit eine Maschine das prüfen kann. Was dafür getan wurde:",
  done: [
    "Alles lässt sich allein mit der Tastatur tun; was den Fokus hat, ist deutlich markiert.",
    "Jedes Diagramm und die Karte haben ihre Zahlen in einer Tabelle daneben; Farbe steht nie allein.",
    "Jedes Feld hat eine Beschriftung; Fehler werden in Worten gesagt, mit der Abhilfe.",
    "Der Text lässt sich auf 200 % vergrößern und ist auf Telefonbreite lesbar.",
    "Bewegte Bilder halten an, wo das System weniger Bewegung verlangt.",
    "Die Seite spricht Französisch, Niederländisch, Deutsch und Englisch und sagt das Bildschirmlesern.",
  ],
  limitsTitle: "Bekannte Grenzen",
  limits: [
    "Die Worte des Gesetzes werden nur auf Französisch und Niederländisch zitiert, seinen beiden amtlichen Texten.",
    "Anmerkungen zu festen Lesarten des Gesetzes und der Status eines Regelprofils stehen auf Englisch da.",
    "Eine Prüfung durch Menschen mit Behinderungen hat noch nicht stattgefunden.",
  ],
  methodTitle: "Woher man das weiß",
  method:
    "Bei jeder Version öffnet ein Programm jede Ansicht in jeder Sprache in einem wirklichen Browser und prüft sie nach den Regeln der WCAG 2.2 A und AA; der ganze Weg wird mit der Tastatur gegangen.",
  contactTitle: "Etwas geht nicht?",
  contact:
    "Sagen Sie es dem Betreiber dieses Dienstes, mit der Ansicht und dem, was Sie tun wollten. Hilft das nicht, nimmt der föderale Ombudsmann Beschwerden an.",
};
