import { inputIssue } from "../../engine/domain/input-issue.ts";
import { type Refusal, refuseIssues } from "../problems.ts";

/** The value in a JSON text (UTF-8, RFC 8259; a byte order mark is skipped), or why there is none. */
export function readJson(
  body: Uint8Array,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Refusal } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) };
  } catch (error) {
    const detail = error instanceof SyntaxError ? withoutExcerpt(error.message) : "The text is not UTF-8";
    return { ok: false, refusal: refuseIssues("json-malformed", [inputIssue("json-malformed", "", { detail })], "body") };
  }
}

/** V8 quotes the text around the error; a body is never repeated. */
function withoutExcerpt(message: string): string {
  return message.replace(/, (\.{3})?".*$/s, "");
}
