import { setImmediate } from "node:timers/promises";

/**
 * A read that is shared by all who ask for the same key in one turn of the event loop. It begins in the next turn, so that whoever asks
 * because something changed reads what is there after the change.
 */
export function sharedReads<Value>(read: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const asked = new Map<string, Promise<Value>>();
  const begin = async (key: string): Promise<Value> => {
    await setImmediate();
    asked.delete(key);
    return read(key);
  };
  return (key) => {
    const shared = asked.get(key) ?? begin(key);
    asked.set(key, shared);
    return shared;
  };
}
