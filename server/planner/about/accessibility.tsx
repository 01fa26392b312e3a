import { useTexts } from "../language/texts.tsx";

/** The accessibility statement. */
export function Accessibility() {
  const { t } = useTexts();
  return <h1>{t.shell.accessibility}</h1>;
}
