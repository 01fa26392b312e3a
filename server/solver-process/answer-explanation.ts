import type { BandName } from "../../engine/domain/band-answer.ts";
import { formatDay } from "../../engine/domain/calendar.ts";
import type { Alternative } from "../../engine/domain/explanation.ts";
import type { Result } from "../../engine/domain/result.ts";
import type { Round } from "../../engine/domain/round.ts";
import { recommend } from "../../engine/explain/alternatives/recommend.ts";
import { whyNot } from "../../engine/explain/alternatives/why-not.ts";
import { whyBand } from "../../engine/explain/band/why-band.ts";
import { explainCandidate } from "../../engine/explain/explain-candidate.ts";
import { bandLines } from "../../engine/explain/texts/band-text.ts";
import type { Audience, Language } from "../../engine/explain/texts/catalogue.ts";
import { alternativeLines, explanationText } from "../../engine/explain/texts/explanation-text.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { Refusal } from "../problems.ts";
import type { RunOptions } from "../schemas/run.ts";
import type { Answer } from "./answer.ts";
import { attachedSolved } from "./attached.ts";
import type { TaskContext } from "./task-context.ts";

/** What is asked about one candidate, or a band, of the solved run in the attachments. */
export type ExplanationQuestion = { readonly options: RunOptions } & (
  | { readonly kind: "explanation"; readonly candidate: string; readonly language: Language; readonly audience: Audience }
  | { readonly kind: "why-not"; readonly candidate: string; readonly language: Language; readonly alternative: Alternative }
  | { readonly kind: "recommendations"; readonly candidate: string }
  | { readonly kind: "why-band"; readonly band: BandName; readonly language: Language }
);

/** Seconds one explanation may take while its caller waits; what is not proven by then is `not-established`. */
const SECONDS = 30;

const NOBODY: Refusal = { code: "not-found", detail: "The run has no candidate with this id." };
const NO_BAND: Refusal = {
  code: "not-found",
  detail: "The run's policy has no band for this category, or its round no such promotion.",
};

/** Answers a question about one candidate or band; texts are in the language asked for. */
export async function answerExplanation(value: unknown, context: TaskContext): Promise<Answer> {
  // Made by the service's own routes.
  const question = value as ExplanationQuestion;
  const solved = attachedSolved(context, question.options);
  const parsed = parseRoundValue(solved.round);
  if (!parsed.ok) throw new Error("the round of a solved run cannot be read");
  await context.working(SECONDS);
  const answer = await answerTo(question, parsed.round, solved.result, context);
  return answer === null
    ? { status: "refused", refusal: question.kind === "why-band" ? NO_BAND : NOBODY }
    : { status: "answered", json: Buffer.from(JSON.stringify(answer)) };
}

async function answerTo(question: ExplanationQuestion, round: Round, result: Result, context: TaskContext): Promise<unknown> {
  const [ports, limits] = [await context.ports(), { seconds: SECONDS }];
  if (question.kind === "why-band") {
    const answer = await whyBand(round, result, question.band, ports, limits);
    return answer && { language: question.language, text: bandLines(answer, question.language), answer };
  }
  const { candidate } = question;
  if (question.kind === "recommendations") {
    const places = await recommend(round, result, candidate, ports, limits);
    return places && { candidate, places };
  }
  if (question.kind === "why-not") {
    const { alternative, language } = question;
    const found = await whyNot(round, result, candidate, alternative, ports, limits);
    return found && { language, text: alternativeLines(found.answer, language, "planner"), ...found };
  }
  const { language, audience } = question;
  const explanation = await explainCandidate(round, result, candidate, ports, limits);
  const starts = new Map(round.promotions.map(({ id, start }) => [id, formatDay(start)]));
  if (explanation === null) return null;
  const text = explanationText(explanation, language, audience, (promotion) => starts.get(promotion) ?? "");
  return { language, audience, text, explanation: audience === "candidate" ? null : explanation };
}
