import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { forgetAll, send } from "../api/client.ts";
import type { SessionShape } from "../api/shapes.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "../language/language.ts";
import { useTexts } from "../language/texts.tsx";
import { hrefOf, type Location } from "../router.ts";
import icon from "../style/icon.svg";
import { StepList } from "./step-list.tsx";

/** What is around every screen: name, languages, the steps of the round, and who is signed in. */
export function Frame({
  location,
  session,
  signedOut,
  children,
}: {
  readonly location: Location;
  readonly session: SessionShape | null;
  readonly signedOut: () => void;
  readonly children: ComponentChildren;
}) {
  const { t } = useTexts();
  const main = useArrival(location);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a part of this page, whose address must stay what it is. */}
      <a class="skip" href="#main" onClick={(event) => focusMain(event, main.current)}>
        {t.shell.skip}
      </a>
      <header class="masthead">
        <a class="name" href="#/load">
          <img src={icon} alt="" />
          <span>
            {t.shell.service} · {t.shell.name}
          </span>
        </a>
        <LanguageChoice />
        {session === null ? null : <SignedIn session={session} signedOut={signedOut} />}
      </header>
      <div class="frame">
        <StepList location={location} />
        <main id="main" tabIndex={-1} ref={main}>
          {children}
        </main>
      </div>
      <footer class="page-end">
        <nav aria-label={t.shell.endOfPage}>
          <ul>
            <li>
              <a href={hrefOf({ ...location, screen: "accessibility", open: null })}>{t.shell.accessibility}</a>
            </li>
            <li>
              <a href="/docs">{t.shell.reference}</a>
            </li>
          </ul>
        </nav>
      </footer>
    </>
  );
}

function focusMain(event: Event, main: HTMLElement | null): void {
  event.preventDefault();
  main?.focus();
}

/**
 * On another screen the focus goes to its beginning, as on a new page, and so it does where what had it is gone: a list that became a
 * person, a form that became its answer. `title` follows the screen's heading.
 */
function useArrival(location: Location) {
  const { t } = useTexts();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const shown = useRef(location.screen);
  const { screen, open } = location;
  const name = screen === "accessibility" ? t.shell.accessibility : t.shell.step[screen];
  useEffect(() => {
    document.title = `${name} · ${t.shell.service}`;
  }, [name, t]);
  // Before the screen is painted: later it would take the focus from where a quick hand has already put it.
  useLayoutEffect(() => {
    const [isFirst, isOther] = [first.current, shown.current !== screen];
    first.current = false;
    shown.current = screen;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isFirst || !(isOther || isLost)) return;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [screen, open]);
  return main;
}

function LanguageChoice() {
  const { t, language, choose } = useTexts();
  return (
    <nav aria-label={t.shell.language}>
      <ul class="languages">
        {LANGUAGES.map((one) => (
          <li key={one}>
            <button
              type="button"
              lang={one}
              aria-label={`${one.toUpperCase()}: ${LANGUAGE_NAMES[one]}`}
              aria-pressed={one === language}
              onClick={() => choose(one)}
            >
              {one.toUpperCase()}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignedIn({ session, signedOut }: { readonly session: SessionShape; readonly signedOut: () => void }) {
  const { t } = useTexts();
  const leave = async () => {
    await send("DELETE", "/v1/session");
    forgetAll();
    signedOut();
  };
  return (
    <div class="row small">
      <span>
        {t.shell.signedInAs(session.name)} ({t.shell.roles[session.role]})
      </span>
      <button type="button" class="link" onClick={leave}>
        {t.shell.signOut}
      </button>
    </div>
  );
}
