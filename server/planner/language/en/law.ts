/** What the rules are worth today, by profile; and the readings that no setting changes, by article: what is done, and why. */
export const law = {
  status: {
    "be-2024-05-15":
      "In force from 31 May 2024 as published. Secondary sources report its annulment by the Constitutional Court (135/2025 of 23 October 2025); not verified.",
    "be-2024-05-15-art14-hard":
      "Hypothetical: the royal decree that Art. 14 §2, second paragraph, allows after the evaluation of the law; none is known. The law itself: In force from 31 May 2024 as published. Secondary sources report its annulment by the Constitutional Court (135/2025 of 23 October 2025); not verified.",
    "ranked-choices": "No law: a matching problem with ranked choices.",
  } as Readonly<Record<string, string>>,
  fixed: {
    "10, 1°": [
      "the age counts on the start date of each promotion; who is born on 29 February has a birthday on 1 March of a common year",
      "A candidate whom a later promotion would find too old is marked as a last chance.",
    ],
    "11 §1, §3": ["an exception granted by the Agency lifts earlier service as well as the record", "§3 names no other ground."],
    "8 §4-6": [
      "an approval that ends while somebody serves already is a warning, not an obstacle",
      "A host's own request takes effect only after the running mission (§6); on a withdrawal (§4) the Agency must act.",
    ],
    "2, 2°; 12 §1": [
      "nobody is placed outside their choices; an application without choices is offered the reserve list",
      "Engagement is free.",
    ],
    "13 al. 2": [
      "priority means being placed at all before others, not a better choice or date",
      "The reserve list is kept for a future engagement.",
    ],
    "14 §1": [
      "the host's language area counts; bilingual Brussels-Capital is an area of its own",
      "§1 speaks of where the host is, §2 of the service.",
    ],
    "14 §2": ["of a pair of missions the first decides the Region", "A pair is one service."],
    "16 §1": [
      "a promotion lasts six to twelve months, and all of its citizens serve on every day of it",
      "Anything else is an issue of the data.",
    ],
    "2, 2°; 23 §3": [
      "nobody starts before the chosen date unless they say an earlier one suits",
      "The law lets the Agency delay, not hasten.",
    ],
    "23 §3": [
      "the nearest date is the start closest to the chosen date on which a choice fits, places and seats aside; the earlier of two",
      "Delay is counted from it.",
    ],
    "22 §3; 23 §2": ["both missions of a pair lie in the promotion's zone", "The citizen belongs to one promotion."],
    "22 §1, 2°-3°, §3": ["hours that are not stated count as the most the law allows", "No pair is shown to fit by silence."],
  } as Readonly<Record<string, readonly [string, string]>>,
};
