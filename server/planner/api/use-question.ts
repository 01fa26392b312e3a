import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../language/texts.tsx";
import { type Refused, send } from "./client.ts";

/** A question that the service works on for seconds while the page waits. */
export type Question<Body> =
  | { readonly state: "idle" }
  | { readonly state: "working"; readonly seconds: number }
  | { readonly state: "answered"; readonly body: Body }
  | { readonly state: "refused"; readonly problem: Refused };

const IDLE = { state: "idle" } as const;
const TICK = 1000;

/** Asks in the page's language and counts the seconds; who leaves, or asks anew, takes the question back. */
export function useQuestion<Body>(): Question<Body> & {
  readonly ask: (method: "GET" | "POST", path: string, body?: unknown) => void;
} {
  const { language } = useTexts();
  const [question, setQuestion] = useState<Question<Body>>(IDLE);
  const open = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  const stop = () => {
    open.current?.abort();
    clearInterval(timer.current);
  };
  useEffect(() => stop, []);
  const ask = (method: "GET" | "POST", path: string, body?: unknown) => {
    stop();
    const controller = new AbortController();
    open.current = controller;
    const { signal } = controller;
    setQuestion({ state: "working", seconds: 0 });
    timer.current = setInterval(
      () => setQuestion((before) => (before.state === "working" ? { ...before, seconds: before.seconds + 1 } : before)),
      TICK,
    );
    send<Body>(method, path, { headers: { "accept-language": language }, signal, ...(body === undefined ? {} : { body }) }).then(
      (answer) => {
        if (signal.aborted) return;
        clearInterval(timer.current);
        setQuestion(answer.ok ? { state: "answered", body: answer.body } : { state: "refused", problem: answer.problem });
      },
      // Only a question that was taken back fails like this; nobody waits for its answer.
      () => undefined,
    );
  };
  return { ...question, ask };
}
