import type { ComponentChildren } from "preact";
import type { Location } from "../router.ts";
import { NeedsRound, NeedsRun } from "./needs.tsx";

/** A step about a solved run: its heading, then what it shows; or what is missing before it can be taken. */
export function SolvedStep({
  title,
  intro,
  location,
  show,
}: {
  readonly title: string;
  readonly intro?: string;
  readonly location: Location;
  readonly show: (round: string, run: string) => ComponentChildren;
}) {
  const { round, run } = location;
  return (
    <>
      <div class="intro">
        <h1>{title}</h1>
        {intro === undefined ? null : <p>{intro}</p>}
      </div>
      {round === null ? <NeedsRound /> : run === null ? <NeedsRun round={round} /> : show(round, run)}
    </>
  );
}
