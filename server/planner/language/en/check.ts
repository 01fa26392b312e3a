import { plural } from "../plural.ts";

const n = plural("en");

export const check = {
  title: "Check the round",
  intro: "Before the placement: who can take part, what they ask for, and which targets no placement can meet.",
  counting: "Counting…",
  eligible: "candidates who can take part",
  notEligible: "not eligible",
  noFit: "without a choice that fits",
  seats: "seats in promotions",
  places: "places at missions",
  atMost: "can be placed at most",
  allReachable: "By counting alone, no target is out of reach.",
  unreachableIntro:
    "This says nothing against the round: the placement comes as close as it can. It shows where more candidates or missions would be needed.",
  unreachable: "Targets that cannot be met",
  target: "Target",
  why: "Why",
  toPolicy: "Go to Policy",
  ineligibleCaption: "Not eligible, and why",
  nobodyIneligible: "Every candidate can take part.",
  noFitCaption: "Eligible, but no choice fits any promotion",
  everybodyFits: "Everybody has a choice that fits.",
  blockedChoices: "What stands in the way of each choice",
  noChoices: "No choice was made.",
  demand: "Demand against places",
  demandIntro: "The bar counts first choices, the mark the places. Orange: more first choices than places.",
  demandBy: "Show demand by",
  nearest: "Nearest date here",
  first: "First choices",
  anyChoice: "Any choice",
  against: "Demand and places",
  unreachableTitle: (count: number) => n(count, "target cannot be met", "targets cannot be met"),
  reason: {
    category: (atMost: string, wanted: string) => `At most ${atMost} could serve there; at least ${wanted} would be needed.`,
    tooFew: (candidates: string, needed: string) =>
      `Only ${candidates} could serve there; at least ${needed} must be placed for it to be held.`,
    ofAll: (placements: string, atMost: string, wanted: string) =>
      `If ${placements} are placed, at least ${wanted} would be needed; at most ${atMost} could be.`,
  },
  views: { regions: "Region", zones: "zone", promotions: "promotion", missions: "mission" },
  viewHeads: { regions: "Region", zones: "Zone", promotions: "Promotion", missions: "Mission" },
  demandCaption: (by: string) => `Demand and places by ${by}`,
  bar: (first: string, room: string) => `${first} first choices, ${room} places`,
  municipalities: (count: number) => n(count, "municipality", "municipalities"),
};
