export const accessibility = {
  commitment:
    "This page is for every planner. It follows the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, as the Belgian law of 19 July 2018 asks of public bodies.",
  statusTitle: "State",
  status: "The page meets the guidelines as far as they can be checked by machine. What was done for it:",
  done: [
    "Everything can be done with the keyboard alone; what has the focus is clearly marked.",
    "Every chart and the map have their numbers in a table beside them; colour never stands alone.",
    "Every field has a label; errors are said in words, with the fix.",
    "Text can be enlarged to 200 % and read at the width of a phone.",
    "Moving pictures stop where the system asks for less motion.",
    "The page speaks French, Dutch, German and English, and says so to screen readers.",
  ],
  limitsTitle: "Known limits",
  limits: [
    "The words of the law are quoted in French and Dutch only, its two official texts.",
    "Notes on fixed readings of the law and the status of a set of rules are given in English by the service.",
    "No audit by people with disabilities has taken place yet.",
  ],
  methodTitle: "How this is known",
  method:
    "In every version, a program opens each screen in each language in a real browser and checks it against the rules of WCAG 2.2 A and AA; the whole journey is walked by keyboard.",
  contactTitle: "Something does not work?",
  contact:
    "Tell whoever runs this service for you, with the screen and what you wanted to do. If that does not help, the federal Ombudsman takes complaints.",
};
