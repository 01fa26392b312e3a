import { useEffect, useState } from "preact/hooks";
import { send } from "./client.ts";
import { type Asked, useAnswer } from "./use-answer.ts";

/** A part of a list, newest first, and where the part after it begins. */
type Part<Name extends string, Item> = Readonly<Record<Name, readonly Item[]>> & { readonly next?: string | null };

/** What a screen knows of a list, and how it gets older entries: `null` where there are none. */
export type ListAsked<Item> = Asked<readonly Item[]> & { readonly again: () => void; readonly more: (() => void) | null };

/** Asks for the newest entries of a list, and for older ones on demand. `nextOf`: what is added to the address for the part after. */
export function useList<Name extends string, Item>(
  path: string,
  name: Name,
  nextOf: (part: Part<Name, Item>) => string | null = byCursor,
): ListAsked<Item> {
  const first = useAnswer<Part<Name, Item>>(path);
  const [older, setOlder] = useState<readonly Part<Name, Item>[]>([]);
  const newest = first.state === "here" ? first.body : null;
  // Newer entries have shifted every part: what was read of the old list is no longer its continuation.
  useEffect(() => setOlder([]), [newest]);
  if (newest === null) return { ...(first as Exclude<typeof first, { state: "here" }>), more: null };
  const parts = [newest, ...older];
  const rest = nextOf(parts.at(-1) ?? newest);
  const more = async () => {
    const answer = await send<Part<Name, Item>>("GET", `${path}${path.includes("?") ? "&" : "?"}${rest}`);
    if (answer.ok) setOlder([...older, answer.body]);
  };
  return { state: "here", body: parts.flatMap((part) => part[name]), again: first.again, more: rest === null ? null : more };
}

function byCursor({ next }: { readonly next?: string | null }): string | null {
  return next == null ? null : `cursor=${encodeURIComponent(next)}`;
}
