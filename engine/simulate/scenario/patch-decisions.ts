import { inputIssue } from "../../domain/input-issue.ts";
import { pinText } from "../../input/canonical-round.ts";
import { pointer } from "../../input/json-pointer.ts";
import type { Apply } from "./patch-step.ts";

/** A decision made twice is one decision. */
export const pinned: Apply<"pinned"> = (round, { pin }) => {
  const pins = round.pins ?? [];
  const isThere = pins.some((one) => pinText(one) === pinText(pin));
  return { round: isThere ? round : { ...round, pins: [...pins, pin] } };
};

/** Takes back one decision about a candidate, or all of them. */
export const unpinned: Apply<"unpinned"> = (round, { candidate, pin }, path) => {
  const pins = round.pins ?? [];
  const goes = pins.filter((one) => one.candidate === candidate && (pin === undefined || pinText(one) === pinText(pin)));
  if (goes.length === 0) return { round, issues: [inputIssue("pin-unknown", pointer(path, "candidate"), { candidate })] };
  return { round: { ...round, pins: pins.filter((one) => !goes.includes(one)) } };
};

/** The placements already made known, which the tier `changes` stays close to. */
export const published: Apply<"published"> = (round, { published: placements }) => ({
  round: { ...round, published: placements },
});

/** Keys that are set replace the round's own whole; those that are reset are the profile's again. */
export const policyChanged: Apply<"policy-changed"> = (round, { set = {}, reset = [] }, path) => {
  if (Object.keys(set).length === 0 && reset.length === 0) {
    return { round, issues: [inputIssue("value-invalid", path, { detail: "Name at least one key to set or reset" })] };
  }
  const kept = Object.entries(round.policy ?? {}).filter(([key]) => !reset.some((one) => one === key));
  return { round: { ...round, policy: { ...Object.fromEntries(kept), ...set } } };
};

export const profileChanged: Apply<"profile-changed"> = (round, { profile }) => ({ round: { ...round, profile } });

export const seedChanged: Apply<"seed-changed"> = (round, { seed }) => ({ round: { ...round, seed } });
