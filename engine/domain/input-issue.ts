/** `error`: the round cannot be run; `warning`: it can, and the planner should know. */
export type IssueSeverity = "error" | "warning";

/** Every way a round can be wrong: stable code -> severity and text. `{name}` is filled from the issue's parameters. */
export const ISSUE_CODES = {
  "json-malformed": ["error", "The text is not JSON: {detail}."],
  "too-large": ["error", "The list has {count} entries; at most {max} are read."],
  "field-missing": ["error", "This field is required."],
  "field-unknown": ["error", "Unknown field {field}."],
  "field-personal": [
    "error",
    "Field {field} looks like personal data the engine must not receive (Art. 7, 12 §2-8): use a pseudonymous id.",
  ],
  "value-personal": [
    "error",
    "The value looks like personal data ({kind}), which the engine must not receive (Art. 7, 12 §2-8).",
  ],
  "value-invalid": ["error", "{detail}."],
  "profile-unknown": ["error", "No profile named {profile}; known: {known}."],
  "id-duplicate": ["error", "The id {id} appears more than once."],
  "reference-unknown": ["error", "There is no {kind} with id {id}."],
  "municipality-unknown": ["error", "{municipality} is not the NIS code of a Belgian municipality."],
  "province-unknown": ["error", "{province} is not the name of a Belgian province."],
  "place-missing": ["error", "Give municipality, or region and languageArea."],
  "place-ambiguous": ["error", "Give either municipality, or region and languageArea, not both."],
  "zone-empty": ["error", "A zone names at least one municipality, province, Region or language area."],
  "birth-date-missing": ["error", "Profile {profile} needs the birth date."],
  "dates-reversed": ["error", "{from} is after {until}."],
  "unavailable-too-long": ["error", "Unavailable for {days} days; at most one year (Art. 8 §5)."],
  "duration-outside-law": ["error", "A promotion lasts six to twelve months (Art. 16 §1); {start} to {end} does not."],
  "size-reversed": ["error", "minSize {minSize} is above maxSize {maxSize}."],
  "working-time": ["error", "{hours} hours per {unit}; at most {max} (Art. 22 §1, 2°-3°)."],
  "choices-too-many": ["error", "{count} choices; at most three (Art. 12 §1)."],
  "choices-not-three": ["error", "{count} choices; this policy asks for exactly three (Art. 12 §1)."],
  "choice-duplicate": ["error", "The choice {choice} is listed twice."],
  "category-missing": ["error", "No category for dimension {dimension} of the policy."],
  "targets-do-not-sum": ["error", "The targets sum to {sum} instead of 1."],
  "quota-reversed": ["error", "min {min} is above max {max}."],
  "dimension-duplicate": ["error", "Dimension {dimension} appears more than once."],
  "dimension-unknown": ["error", "lowSkilled looks at dimension {dimension}, which no candidate has."],
  "member-is-candidate": ["error", "{candidate} is a member of promotion {promotion} and a candidate at once."],
  "member-twice": ["error", "{candidate} is a member of two promotions."],
  "pin-breaks-rule": ["error", "The pin of {candidate} breaks: {blocks}."],
  "pin-not-a-choice": ["error", "The pin of {candidate} names missions that are not among the choices (Art. 12 §1)."],
  "pin-ineligible": ["error", "{candidate} is pinned and not eligible: {reasons}."],
  "pin-unknown": ["error", "There is no such pin of {candidate}."],
  "promotion-in-service": ["error", "{members} citizens serve in promotion {promotion}: it cannot be withdrawn."],
  "tier-objective-duplicate": ["error", "Objective {objective} appears in more than one place."],
  "tier-placed-missing": ["error", "The tiers must contain the objective placed, alone in its tier and without allowance."],
  "tier-list-merged": ["error", "Objective {objective} is a list of values and cannot be merged with others."],
  "tier-weights": ["error", "{weights} weights for {objectives} objectives."],
  "tier-switched-off": ["error", "Objective {objective} needs the policy key {key}, which is switched off."],
  "tier-lottery-not-last": [
    "error",
    "The lottery decides what every tier leaves tied: alone in the last tier, without allowance.",
  ],
  overbooked: ["warning", "{taken} of {places} places are taken on {day}; no place is free then."],
  "approval-ends-in-service": [
    "warning",
    "{candidate} serves in promotion {promotion} at mission {mission}, whose host {host} is not approved or not available throughout (Art. 8 §4-6).",
  ],
  "promotion-overfull": ["warning", "{members} members and {maxSize} seats less {keepFree} kept free: no seat is free."],
} as const satisfies Record<string, readonly [IssueSeverity, string]>;

export type IssueCode = keyof typeof ISSUE_CODES;

/** Something wrong with the data of a round: a stable code, where (RFC 6901 pointer), and the numbers. */
export interface InputIssue {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  /** JSON Pointer into the round as it was given; `""` for the whole text. */
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function inputIssue(code: IssueCode, path: string, params: InputIssue["params"] = {}): InputIssue {
  return { code, severity: ISSUE_CODES[code][0], path, params };
}

/** The issue as one English sentence, without its place. */
export function issueText(issue: Pick<InputIssue, "code" | "params">): string {
  return ISSUE_CODES[issue.code][1].replace(/\{(\w+)\}/g, (_, name: string) => String(issue.params[name] ?? "?"));
}

/** The issue as one English sentence, with its place. */
export function describeIssue(issue: InputIssue): string {
  return `${issue.path || "/"}: ${issueText(issue)} [${issue.code}]`;
}
