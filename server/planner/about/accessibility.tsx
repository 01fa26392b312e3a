import { useTexts } from "../language/texts.tsx";

/** The accessibility statement: how far the page keeps WCAG 2.2 AA, how that is known, and whom to tell what does not work. */
export function Accessibility() {
  const { t } = useTexts();
  const { accessibility } = t;
  return (
    <article class="stack">
      <h1>{t.shell.accessibility}</h1>
      <p>{accessibility.commitment}</p>
      <h2>{accessibility.statusTitle}</h2>
      <p>{accessibility.status}</p>
      <ul class="stack bullets">
        {accessibility.done.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{accessibility.limitsTitle}</h2>
      <ul class="stack bullets">
        {accessibility.limits.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>{accessibility.methodTitle}</h2>
      <p>{accessibility.method}</p>
      <h2>{accessibility.contactTitle}</h2>
      <p>{accessibility.contact}</p>
    </article>
  );
}
