import type { Crew } from "../../engine/search/crew/crew.ts";

/** A crew that notes how many tasks it was given at once, and the most so far; without a crew nothing is noted. */
export function countingCrew(crew: Crew | undefined) {
  let atOnce = 0;
  const note = (tasks: readonly unknown[]) => {
    atOnce = Math.max(atOnce, tasks.length);
  };
  const counting: Crew | undefined = crew && {
    ...crew,
    solveAll: (tasks) => {
      note(tasks);
      return crew.solveAll(tasks);
    },
    walkAll: (tasks, cancelled) => {
      note(tasks);
      return crew.walkAll(tasks, cancelled);
    },
  };
  return { ports: counting === undefined ? {} : { crew: counting }, atOnce: () => atOnce };
}
