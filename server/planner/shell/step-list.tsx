import { useTexts } from "../language/texts.tsx";
import { hrefOf, type Location, STEPS, type Step } from "../router.ts";
import { RoundName } from "./round-name.tsx";

/** The steps in their order; those that need a round or a placement say that they are not open yet. */
export function StepList({ location }: { readonly location: Location }) {
  const { t } = useTexts();
  return (
    <nav class="steps" aria-label={t.shell.steps}>
      <ol>
        {STEPS.map((step, i) => (
          <li key={step}>
            {isOpen(step, location) ? (
              <a
                href={hrefOf({ ...location, screen: step, open: null })}
                aria-current={step === location.screen ? "step" : undefined}
              >
                <span class="place" aria-hidden="true">
                  {i + 1}
                </span>
                {t.shell.step[step]}
              </a>
            ) : (
              <span class="closed">
                <span class="place" aria-hidden="true">
                  {i + 1}
                </span>
                <span>
                  {t.shell.step[step]} <span class="unseen">({t.shell.closed})</span>
                </span>
              </span>
            )}
          </li>
        ))}
      </ol>
      {location.round === null ? null : <RoundName id={location.round} />}
    </nav>
  );
}

function isOpen(step: Step, { round, run }: Location): boolean {
  if (step === "load") return true;
  if (round === null) return false;
  return step === "result" || step === "what-if" || step === "decide" ? run !== null : true;
}
