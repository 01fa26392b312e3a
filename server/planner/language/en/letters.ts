export const letters = {
  greeting: "Dear candidate,",
  ineligible: "You cannot take part in this placement round.",
  reserve: "No place could be found for you in this round.",
  offer:
    "We offer you a place on the priority reserve list (Article 13 of the law of 15 May 2024). In a later round you come first. Please let us know whether you accept.",
  lastChance: "Please note: by the start of the next round you will be past the age limit of Article 10.",
  closing: "If you have questions, or if something about you has changed, please contact the Agency.",
  because: (reason: string) => `The reason: ${reason}.`,
  ineligibleBecause: (reason: string, article: string) => `The reason: ${reason} (Article ${article} of the law of 15 May 2024).`,
  missionAt: (mission: string, host: string) => `mission ${mission} at the host organisation ${host}`,
  service: (missions: string, promotion: string, from: string, until: string) =>
    `You are placed: ${missions}, in promotion ${promotion}, from ${from} to ${until}.`,
  rank: (rank: number) =>
    rank === 1
      ? "This is your first choice."
      : rank === 2
        ? "This is your second choice."
        : rank === 3
          ? "This is your third choice."
          : `This is your choice number ${rank}.`,
  deferred: (days: string) => `You start ${days} later than on the date nearest to the one you asked for.`,
  reasons: {
    pin: "a decision taken in your file",
    published: "the plan that was already published",
    places: "the places at the missions you chose are taken",
    size: "no seat is left in the promotions that fit you",
    rule: "a rule of the law",
    "deferral-cap": "others have already been deferred as long as allowed",
    "reserve-priority": "people from the reserve list come first (Article 13)",
    "regional-balance": "the balance between the Regions (Article 4)",
    representativeness:
      "the participation of another candidate brings the earlier promotion closer to a representative composition (Article 23 §3)",
    quota: "the composition of the promotion",
    "low-skilled": "the inclusion of low-skilled people (Article 4)",
    "cross-region": "in each promotion somebody must serve in another Region (Article 14)",
    delay: "others would otherwise wait longer",
    wishes: "the choices of all candidates taken together (Article 13)",
    "cross-language": "service in another language area is encouraged (Article 14)",
    lottery: "you and others were equal in every respect, and the draw decided",
    "no-fit": "none of your choices fits a promotion of this round",
    "not-established": "the ground is still being established; you can ask for it",
  },
};
