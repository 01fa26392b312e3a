import { breaks, type Check } from "../check.ts";

/** Art. 12 §1: nobody serves at a mission, or pair of missions, that is not among the choices of the application. */
export const threeChoices: Check = ({ services }) =>
  services
    .filter(({ rank }) => rank === 0)
    .map(({ candidate, promotion, missions }) =>
      breaks(
        "three-choices",
        { candidate: candidate.id, promotion: promotion.id, missions: missions.map(({ id }) => id).join(" + ") },
        "the missions are none of the candidate's choices",
      ),
    );
