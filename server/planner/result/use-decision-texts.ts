import { useEffect, useState } from "preact/hooks";
import type * as Texts from "../../../engine/explain/texts/explanation-text.ts";

/** The engine's texts in all four languages, fetched when somebody's decision is looked at. */
export function useDecisionTexts(): typeof Texts | null {
  const [texts, setTexts] = useState<typeof Texts | null>(null);
  useEffect(() => {
    let current = true;
    import("../../../engine/explain/texts/explanation-text.ts").then((loaded) => {
      if (current) setTexts(loaded);
    });
    return () => {
      current = false;
    };
  }, []);
  return texts;
}
