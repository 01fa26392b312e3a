import { servesInOtherLanguageArea } from "../abroad.ts";
import type { Measure } from "../measure.ts";

/** Art. 14 §1: placements at a host in a language area other than that of residence. */
export const crossLanguage: Measure = {
  sense: () => "maximise",
  value: ({ services }) => services.filter(servesInOtherLanguageArea).length,
};
