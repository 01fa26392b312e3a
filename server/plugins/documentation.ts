import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance, RouteOptions } from "fastify";
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import { patchesSchema } from "../../engine/input/patch-schema.ts";
import { policySchema } from "../../engine/input/policy-schema.ts";
import { resultSchema } from "../../engine/input/result-schema.ts";
import { candidateSchema, hostSchema, missionSchema, promotionSchema, roundSchema } from "../../engine/input/round-schema.ts";
import { ENGINE_VERSION } from "../../engine/version.ts";
import { accessOfRoute } from "../auth/authenticate.ts";
import { openRoutes } from "../auth/open-routes.ts";
import { problemSchema } from "../schemas/problem.ts";
import { verificationSchema } from "../schemas/verification.ts";

/** Schemas that get a name of their own in the documentation. */
const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  Round: roundSchema,
  Host: hostSchema,
  Mission: missionSchema,
  Promotion: promotionSchema,
  Candidate: candidateSchema,
  Policy: policySchema,
  Patches: patchesSchema,
  Result: resultSchema,
  Verification: verificationSchema,
  Problem: problemSchema,
})) {
  named.add(schema, { id });
}

const transformSchemas = createJsonSchemaTransform({ schemaRegistry: named });
const addNamed = createJsonSchemaTransformObject({ schemaRegistry: named });

/** No schema here changes what it reads, so that reading and writing (`RoundInput`, `Round`) are the same: one name is enough. */
function oneNamePerSchema<Documented extends ReturnType<typeof addNamed>>(document: Documented): Documented {
  const text = JSON.stringify(document, (key, value) =>
    key === "schemas" ? Object.fromEntries(Object.entries(value).filter(([name]) => !name.endsWith("Input"))) : value,
  );
  return JSON.parse(text.replaceAll(/("#\/components\/schemas\/\w+?)Input"/g, '$1"'));
}

const BODILESS: Readonly<Record<string, string>> = { 204: "Done", 304: "The caller has this version already" };

/** Answers that are only their status get a description here: their schema has no room for one. */
function describeBodiless<Documented>(document: Documented): Documented {
  const text = JSON.stringify(document, (key, value) =>
    BODILESS[key] !== undefined && value?.description === "Default Response" ? { ...value, description: BODILESS[key] } : value,
  );
  return JSON.parse(text);
}

type Transformed = ReturnType<typeof transformSchemas>;

/** Every operation says which role a key needs for it, and an open one that it needs none. */
function sayWhoMayCall(transformed: Transformed, { config, method }: Pick<RouteOptions, "config" | "method">): Transformed {
  const access = accessOfRoute(config?.access, method);
  const { schema } = transformed;
  if (access === "open") return { ...transformed, schema: { ...schema, security: [] } };
  const description = [schema.description ?? [], `Role: \`${access}\`.`].flat().join(" ");
  return { ...transformed, schema: { ...schema, description } };
}

const DESCRIPTION = `Places candidates of Belgium's Citizen Service (law of 15 May 2024) in missions and promotions, proves how good the
placement is and verifies it. Unknown fields and parameters are errors. Every refusal is a problem document (RFC 9457) with a stable
\`code\`.`;

/** Collects the routes registered after it into an OpenAPI 3.1 document and serves a reference page at `/docs`. */
export async function documentRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Citizen Service placements",
        version: ENGINE_VERSION,
        description: DESCRIPTION.replaceAll("\n", " "),
        license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      },
      components: {
        securitySchemes: {
          key: { type: "http", scheme: "bearer", description: "An API key: `Authorization: Bearer csp_...`" },
          session: { type: "apiKey", in: "cookie", name: "session", description: "The page's session" },
        },
      },
      security: [{ key: [] }, { session: [] }],
      tags: [
        { name: "solving", description: "Rounds in, results out" },
        { name: "rounds", description: "Rounds that are kept" },
        { name: "runs", description: "Rounds solved as jobs, and what came of them" },
        { name: "what-if", description: "Solved rounds side by side, and what one tier costs another" },
        { name: "explanations", description: "Why, why not, what would have helped, where else" },
        { name: "plans", description: "What is decided: frozen, published by a named person with a reason" },
        { name: "audit", description: "Who did what when, and how long data are kept" },
        { name: "webhooks", description: "Other systems that are called at the end of a run" },
        { name: "keys", description: "Who may do what" },
        { name: "reference", description: "What a client needs to know" },
        { name: "health", description: "For whoever runs the service" },
      ],
    },
    transform: (input) => sayWhoMayCall(transformSchemas(input), input.route),
    transformObject: (document) => describeBodiless(oneNamePerSchema(addNamed(document))),
  });
  await app.register(async (scope) => {
    openRoutes(scope);
    await scope.register(swaggerUi, { routePrefix: "/docs", staticCSP: true, uiConfig: { validatorUrl: null } });
  });
  app.get("/openapi.json", { config: { access: "open" }, schema: { hide: true } }, async () => app.swagger());
}
