/** How far a search over cycles went. */
export interface CycleSearch {
  /** Cycles looked at. */
  readonly seen: number;
  /** Every cycle of up to this length was looked at; `Infinity`: every cycle. */
  readonly longest: number;
  readonly found: readonly number[] | null;
}

const SURELY = 50;
/** Steps that trying a cycle costs. */
const TRIAL = 50;

/**
 * Looks for a simple cycle of a digraph that passes a test, shorter ones first: a walk in depth from each vertex over larger ones, so that
 * each cycle is met once, at its smallest vertex. `steps` bounds the arcs walked per length; up to the length `surely` it may take fifty times
 * as many; `stop`: asked before each trial, true ends the search.
 */
export function findCycle(
  successors: readonly (readonly number[])[],
  passes: (cycle: readonly number[]) => boolean,
  { steps, surely, stop }: { readonly steps: number; readonly surely: number; readonly stop: () => boolean },
): CycleSearch {
  const trimmed = withoutDeadEnds(successors);
  let [left, seen] = [0, 0];
  let deeper = true;

  /** The cycle found, or `null`; sets `deeper` where a longer one may exist. */
  function walk(path: number[], onPath: Set<number>, length: number): readonly number[] | null {
    const [first, last] = [path[0] ?? 0, path.at(-1) ?? 0];
    for (const next of trimmed[last] ?? []) {
      if (--left < 0) return null;
      if (next === first && path.length === length) {
        seen++;
        left = stop() ? -1 : left - TRIAL;
        if (left >= 0 && passes(path)) return [...path];
      } else if (next > first && !onPath.has(next)) {
        if (path.length === length) {
          deeper = true;
          continue;
        }
        path.push(next);
        onPath.add(next);
        const found = walk(path, onPath, length);
        path.pop();
        onPath.delete(next);
        if (found !== null) return found;
      }
    }
    return null;
  }

  for (let length = 2; ; length++) {
    deeper = false;
    left = length <= surely ? steps * SURELY : steps;
    for (let vertex = 0; vertex < trimmed.length; vertex++) {
      const found = walk([vertex], new Set([vertex]), length);
      if (found !== null) return { seen, longest: length, found };
      if (left < 0) return { seen, longest: length - 1, found: null };
    }
    if (!deeper) return { seen, longest: Infinity, found: null };
  }
}

/** Without the arcs into and out of vertices that lie on no cycle because nothing comes in or goes out. */
function withoutDeadEnds(successors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const predecessors: number[][] = successors.map(() => []);
  successors.forEach((list, vertex) => {
    for (const next of list) predecessors[next]?.push(vertex);
  });
  const [out, into] = [successors.map(({ length }) => length), predecessors.map(({ length }) => length)];
  const gone = new Set<number>();
  const stack = successors.flatMap((_, vertex) => (out[vertex] === 0 || into[vertex] === 0 ? [vertex] : []));
  for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
    if (gone.has(vertex)) continue;
    gone.add(vertex);
    const less = (counts: number[], neighbours: readonly number[] | undefined): void => {
      for (const neighbour of neighbours ?? []) {
        counts[neighbour] = (counts[neighbour] ?? 0) - 1;
        if (counts[neighbour] === 0) stack.push(neighbour);
      }
    };
    less(out, predecessors[vertex]);
    less(into, successors[vertex]);
  }
  return successors.map((list, vertex) => (gone.has(vertex) ? [] : list.filter((next) => !gone.has(next))));
}
