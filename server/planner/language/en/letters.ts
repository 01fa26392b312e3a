export const letters = {
  greeting: "Dear candidate,",
  closing: "If you have questions, or if something about you has changed, please contact the Agency.",
  ineligibleBecause: (reason: string) => `The reason: ${reason}.`,
  missionAt: (mission: string, host: string) => `mission ${mission} at the host organisation ${host}`,
  service: (missions: string, promotion: string, from: string, until: string) =>
    `Your service: ${missions}, in promotion ${promotion}, from ${from} to ${until}.`,
};
