import type { law as pattern } from "../en/law.ts";

/** What the rules are worth today, by profile; and the readings that no setting changes, by article: what is done, and why. */
export const law: typeof pattern = {
  status: {
    "be-2024-05-15":
      "Van kracht sinds 31 mei 2024, zoals bekendgemaakt. Secundaire bronnen melden de vernietiging door het Grondwettelijk Hof (135/2025 van 23 oktober 2025); niet nagegaan.",
    "be-2024-05-15-art14-hard":
      "Hypothese: het koninklijk besluit dat art. 14 §2, tweede lid, na de evaluatie van de wet toelaat; er is er geen bekend. De wet zelf: van kracht sinds 31 mei 2024, zoals bekendgemaakt; secundaire bronnen melden de vernietiging door het Grondwettelijk Hof (135/2025 van 23 oktober 2025), niet nagegaan.",
    "ranked-choices": "Geen wet: een toewijzingsprobleem met gerangschikte keuzes.",
  },
  fixed: {
    "10, 1°": [
      "de leeftijd telt op de startdatum van elke groep; wie op 29 februari geboren is, verjaart in een gewoon jaar op 1 maart",
      "Een kandidaat die voor een latere groep te oud zou zijn, wordt als laatste kans aangeduid.",
    ],
    "11 §1, §3": [
      "een uitzondering van het Agentschap heft zowel de eerdere dienst als het strafregister op",
      "§3 noemt geen andere grond.",
    ],
    "8 §4-6": [
      "een erkenning die eindigt terwijl iemand al dient, is een waarschuwing, geen beletsel",
      "Het verzoek van de gastorganisatie zelf werkt pas na de lopende opdracht (§6); bij een intrekking (§4) moet het Agentschap handelen.",
    ],
    "2, 2°; 12 §1": [
      "niemand wordt buiten zijn keuzes geplaatst; wie geen keuzes opgaf, krijgt de reservelijst aangeboden",
      "De verbintenis is vrij.",
    ],
    "13 al. 2": [
      "voorrang betekent vóór anderen geplaatst worden, niet een betere keuze of datum",
      "De reservelijst dient voor een latere verbintenis.",
    ],
    "14 §1": [
      "het taalgebied van de gastorganisatie telt; het tweetalige Brussel-Hoofdstad is een gebied op zich",
      "§1 gaat over de plaats van de organisatie, §2 over de dienst.",
    ],
    "14 §2": ["van een paar opdrachten bepaalt de eerste het Gewest", "Een paar is één dienst."],
    "16 §1": [
      "een groep duurt zes tot twaalf maanden, en al haar burgers dienen er elke dag",
      "Al het andere is een probleem in de gegevens.",
    ],
    "2, 2°; 23 §3": [
      "niemand begint vóór de gekozen datum, tenzij hij zegt dat een vroegere past",
      "De wet laat het Agentschap uitstellen, niet vervroegen.",
    ],
    "23 §3": [
      "de dichtste datum is de start die het dichtst bij de gekozen datum ligt en waarop een keuze past, los van plaatsen; van twee de vroegste",
      "De vertraging telt vanaf die datum.",
    ],
    "22 §3; 23 §2": ["beide opdrachten van een paar liggen in de zone van de groep", "De burger behoort tot één groep."],
    "22 §1, 2°-3°, §3": [
      "uren die niet vermeld zijn, tellen als het maximum dat de wet toelaat",
      "Uit stilzwijgen blijkt niet dat een paar past.",
    ],
  },
};
