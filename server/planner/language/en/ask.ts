export const ask = {
  title: "Why not somewhere else?",
  intro:
    "The answer is worked out: everybody is placed again with this one thing changed, and set beside this result. You see what it would cost, and whom.",
  whyNot: "Why not here?",
  ask: "Work it out",
  helped: "What would have helped?",
  notMoved: "For this person nothing changes.",
  readBelow: "Below: which aims get worse for it, and who would make way.",
  morePlaces: (mission: string) => `one place more at ${mission}`,
  moreSeats: (promotion: string) => `one seat more in ${promotion}`,
  moves: (from: string, to: string) => `From “${from}” to “${to}”.`,
};
