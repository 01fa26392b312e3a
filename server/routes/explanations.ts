import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { sendProblem } from "../plugins/problem-answers.ts";
import { acceptSmallJson } from "../plugins/small-json.ts";
import {
  explanationQuery,
  explanationSchema,
  recommendationsRequestSchema,
  recommendationsSchema,
  whyBandRequestSchema,
  whyBandSchema,
  whyNotRequestSchema,
  whyNotSchema,
} from "../schemas/explanation.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { BODY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import type { ExplanationQuestion } from "../solver-process/answer-explanation.ts";
import type { Solving } from "./run-task.ts";
import { haveDone, SOLVER_PROBLEMS, sendJson } from "./run-task.ts";
import { findSolvedRun, UNSOLVED_PROBLEMS } from "./solved-run.ts";

const byId = z.strictObject({ id: z.string() });
const byCandidate = byId.extend({ cid: z.string().describe("The candidate's id in the round") });
type OfRun = { Params: z.infer<typeof byId> };
type OfCandidate = { Params: z.infer<typeof byCandidate> };

const PROBLEMS = [...UNSOLVED_PROBLEMS, ...SOLVER_PROBLEMS] as const;

const LANGUAGES = ["en", "fr", "nl", "de"] as const;

type Question = ExplanationQuestion extends infer One ? (One extends unknown ? Omit<One, "options"> : never) : never;
type Ask = (request: FastifyRequest<OfRun>, reply: FastifyReply, question: Question) => Promise<FastifyReply>;

/** Why somebody has what they have, why not something else, and where else they could serve: answered by re-solving, while the caller waits. */
export function explanationRoutes(app: FastifyInstance, { store }: ServicePorts, { pool, allowed }: Solving): void {
  acceptSmallJson(app);
  const ask: Ask = async (request, reply, question) => {
    const found = await findSolvedRun(store.db, request.params.id);
    if ("refusal" in found) return sendProblem(reply, found.refusal);
    const { round, result, options } = found;
    const body = Buffer.from(JSON.stringify({ ...question, options }));
    const answer = await haveDone(pool, { task: "explain", body, allowed, attachments: { round, result } }, request, reply);
    if (answer === null) return reply;
    if ("language" in question) reply.headers({ "content-language": question.language, vary: "accept-language" });
    return sendJson(reply, answer.json);
  };
  explanationRoute(app, ask);
  whyNotRoute(app, ask);
  recommendationsRoute(app, ask);
  whyBandRoute(app, ask);
}

/** The best of the four languages for the caller; English for who asks for none of them. */
function languageOf(request: FastifyRequest): (typeof LANGUAGES)[number] {
  const [first] = [request.accepts().language([...LANGUAGES])].flat();
  return LANGUAGES.find((language) => language === first) ?? "en";
}

function explanationRoute(app: FastifyInstance, ask: Ask): void {
  app.get<OfCandidate & { Querystring: z.infer<typeof explanationQuery> }>(
    "/v1/runs/:id/candidates/:cid/explanation",
    {
      schema: {
        operationId: "explainCandidate",
        summary: "Why somebody has what they have, and what would have helped",
        description:
          "The price of what they could have had instead, everybody else re-optimised; the smallest change that would have given it; their other places with what each costs. In French, Dutch, German or English by `Accept-Language`; for the candidate without anybody else's data.",
        tags: ["explanations"],
        params: byCandidate,
        querystring: explanationQuery,
        response: {
          200: { description: "The explanation", content: { "application/json": { schema: explanationSchema } } },
          ...problemAnswers(...PROBLEMS),
        },
      },
    },
    (request, reply) => {
      const { audience } = request.query;
      const asked = languageOf(request);
      // A decision is motivated in the language of its file.
      const language = audience === "file" && asked !== "fr" && asked !== "nl" ? "fr" : asked;
      return ask(request, reply, { kind: "explanation", candidate: request.params.cid, language, audience });
    },
  );
}

function whyNotRoute(app: FastifyInstance, ask: Ask): void {
  app.post<OfCandidate & { Body: z.infer<typeof whyNotRequestSchema> }>(
    "/v1/runs/:id/candidates/:cid/why-not",
    {
      config: { access: "read" },
      schema: {
        operationId: "whyNot",
        summary: "Why somebody does not have a given place, date or choice",
        description: "Forces it, re-optimises everybody else and names the first tier or rule that breaks, with the amount.",
        tags: ["explanations"],
        params: byCandidate,
        querystring: noParameters,
        body: whyNotRequestSchema,
        response: {
          200: { description: "The answer", content: { "application/json": { schema: whyNotSchema } } },
          ...problemAnswers(...PROBLEMS, ...BODY_PROBLEMS),
        },
      },
    },
    (request, reply) => {
      const [{ alternative }, language] = [request.body, languageOf(request)];
      return ask(request, reply, { kind: "why-not", candidate: request.params.cid, language, alternative });
    },
  );
}

function recommendationsRoute(app: FastifyInstance, ask: Ask): void {
  app.post<OfRun & { Body: z.infer<typeof recommendationsRequestSchema> }>(
    "/v1/runs/:id/recommendations",
    {
      config: { access: "read" },
      schema: {
        operationId: "recommendPlaces",
        summary: "The places somebody could have, with what each costs, least first",
        tags: ["explanations"],
        params: byId,
        querystring: noParameters,
        body: recommendationsRequestSchema,
        response: {
          200: { description: "The places", content: { "application/json": { schema: recommendationsSchema } } },
          ...problemAnswers(...PROBLEMS, ...BODY_PROBLEMS),
        },
      },
    },
    (request, reply) => ask(request, reply, { kind: "recommendations", candidate: request.body.candidate }),
  );
}

function whyBandRoute(app: FastifyInstance, ask: Ask): void {
  app.post<OfRun & { Body: z.infer<typeof whyBandRequestSchema> }>(
    "/v1/runs/:id/why-band",
    {
      config: { access: "read" },
      schema: {
        operationId: "whyBand",
        summary: "Why a promotion lies outside a band of its composition",
        description:
          "The rules and earlier aims that cannot be kept together with the band, a minimal set; where one lawful placement keeps it, how many more persons would then lie outside the bands in all.",
        tags: ["explanations"],
        params: byId,
        querystring: noParameters,
        body: whyBandRequestSchema,
        response: {
          200: { description: "The answer", content: { "application/json": { schema: whyBandSchema } } },
          ...problemAnswers(...PROBLEMS, ...BODY_PROBLEMS),
        },
      },
    },
    (request, reply) => ask(request, reply, { kind: "why-band", band: request.body, language: languageOf(request) }),
  );
}
