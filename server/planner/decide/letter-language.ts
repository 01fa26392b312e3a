import type { CandidateJson } from "../../../engine/input/round-schema.ts";
import type { Language } from "../language/language.ts";

const OFFICIAL = ["fr", "nl", "de"] as const satisfies readonly Language[];

/** The language a candidate is written in: the first of theirs that is an official one, else English. */
export function letterLanguage({ languages }: Pick<CandidateJson, "languages">): Language {
  const [first] = (languages ?? []).flatMap((spoken) => OFFICIAL.filter((language) => language === spoken));
  return first ?? "en";
}
