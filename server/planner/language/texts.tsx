import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { type Forms, formsOf } from "./forms.ts";
import { firstLanguage, type Language, rememberLanguage } from "./language.ts";
import { loadMessages } from "./load-messages.ts";
import type { Messages } from "./messages.ts";

/** The page's words and forms in the language chosen. */
export interface Texts {
  readonly t: Messages;
  readonly f: Forms;
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const TextsContext = createContext<Texts | null>(null);

/** Gives everything inside the words of one language, and sets the document's `lang`. Nothing is shown before the words are there. */
export function TextsProvider({ children }: { readonly children: ComponentChildren }) {
  const [wanted, setWanted] = useState<Language>(firstLanguage);
  const [ready, setReady] = useState<Omit<Texts, "choose"> | null>(null);
  useEffect(() => {
    let current = true;
    loadMessages(wanted).then((messages) => {
      if (!current) return;
      document.documentElement.lang = wanted;
      setReady({ t: messages, f: formsOf(wanted), language: wanted });
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  const choose = (language: Language) => {
    rememberLanguage(language);
    setWanted(language);
  };
  return ready === null ? null : <TextsContext.Provider value={{ ...ready, choose }}>{children}</TextsContext.Provider>;
}

/** The words and forms of the language in use. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error("useTexts outside TextsProvider");
  return texts;
}
