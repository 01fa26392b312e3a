import type { Reason } from "../../../engine/domain/reason.ts";
import type { Messages } from "../language/messages.ts";

/** A reason as the engine's phrase, with its article where it rests on one. */
export function reasonWords(reason: Pick<Reason, "code"> & { readonly article?: string }, { told, common }: Messages): string {
  const phrase = told.phrase[reason.code];
  return reason.article === undefined ? phrase : `${phrase} (${common.article(reason.article)})`;
}
