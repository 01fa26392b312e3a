import { useEffect, useState } from "preact/hooks";
import { type Refused, send } from "../api/client.ts";
import type { ProgressShape, RunShape } from "../api/shapes.ts";

/** A run as it goes: its last state, and every moment it told of since this page watches. */
export interface LiveRun {
  readonly run: RunShape | null;
  readonly moments: readonly ProgressShape[];
  readonly problem: Refused | null;
}

const NOTHING: LiveRun = { run: null, moments: [], problem: null };
/** More than the eye tells apart on a chart; older ones of the same tier are thinned out. */
const MOST_MOMENTS = 600;

/** Milliseconds between two questions where no stream tells. */
const ASK_AGAIN = 2000;

/** Whether a run goes on. */
export function isGoing({ state }: Pick<RunShape, "state">): boolean {
  return state === "queued" || state === "solving";
}

/** Follows a run by its event stream until it ends, or by asking where there is no stream to be had; the stream replays what was missed. */
export function useLiveRun(id: string | null): LiveRun & { readonly refresh: () => void } {
  const [live, setLive] = useState<LiveRun & { readonly id: string | null }>({ ...NOTHING, id });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (id === null) return;
    let current = true;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const address = `/v1/runs/${encodeURIComponent(id)}`;
    const update = (change: (before: LiveRun) => LiveRun) =>
      setLive((before) => (current ? { ...change(before.id === id ? before : NOTHING), id } : before));
    const ask = async () => {
      const answer = await send<RunShape>("GET", address);
      if (!current) return;
      if (!answer.ok) return update((before) => ({ ...before, problem: answer.problem }));
      update((before) => ({ ...before, run: laterOf(before.run, answer.body), problem: null }));
      if (isGoing(answer.body)) follow();
    };
    const follow = () => {
      if (source !== null) return;
      source = new EventSource(`${address}/events`);
      const leave = () => {
        source?.close();
        source = null;
        void ask();
      };
      source.addEventListener("progress", (event) => {
        const moment = JSON.parse(event.data) as ProgressShape;
        update((before) => ({ ...before, moments: withMoment(before.moments, moment) }));
      });
      source.addEventListener("state", () => {
        void send<RunShape>("GET", address).then(
          (answer) => answer.ok && update((before) => ({ ...before, run: laterOf(before.run, answer.body) })),
        );
      });
      source.addEventListener("end", leave);
      // Where the stream is refused (every place in it is taken), or ends for good, the run is asked after now and then.
      source.addEventListener("error", () => {
        if (source?.readyState !== EventSource.CLOSED) return;
        source = null;
        timer = setTimeout(ask, ASK_AGAIN);
      });
    };
    void ask();
    return () => {
      current = false;
      source?.close();
      clearTimeout(timer);
    };
  }, [id, turn]);
  const shown = live.id === id ? live : NOTHING;
  return { ...shown, refresh: () => setTurn(turn + 1) };
}

/** Answers may overtake one another, and a run that has ended never goes on. */
function laterOf(before: RunShape | null, now: RunShape): RunShape {
  return before !== null && !isGoing(before) && isGoing(now) ? before : now;
}

function withMoment(moments: readonly ProgressShape[], moment: ProgressShape): readonly ProgressShape[] {
  const last = moments.at(-1);
  if (last !== undefined && last.seconds > moment.seconds) return moments;
  const all = [...moments, moment];
  return all.length <= MOST_MOMENTS ? all : all.filter((_, i) => i % 2 === 0 || i >= all.length - MOST_MOMENTS / 2);
}
