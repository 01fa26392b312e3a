import { useTexts } from "../language/texts.tsx";
import { TABLES } from "./sort-files.ts";

/** Empty tables with the right columns, one per list of a round. */
export function Templates() {
  const { t } = useTexts();
  return (
    <section class="stack">
      <div>
        <h2>{t.load.templates}</h2>
        <p class="soft">{t.load.templatesIntro}</p>
      </div>
      <ul class="row plain-list">
        {TABLES.map((name) => (
          <li key={name}>
            <a class="button little" href={`/v1/imports/templates/${name}.csv`} download={`${name}.csv`}>
              {t.load.tables[name]} (CSV)
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
