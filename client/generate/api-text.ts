import { type JsonSchema, typeText } from "./type-text.ts";

interface Media {
  readonly schema?: JsonSchema;
}

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: JsonSchema;
  }[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, Media>> }>
  >;
}

/** The part of an OpenAPI 3.1 document that types are made of. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

const HEADER = `// Made from docs/openapi.json by \`npm run openapi\`; not to be changed by hand.

`;

/** TypeScript source of the types of an API, in the form that openapi-fetch takes: \`paths\` and \`components\`. */
export function apiText({ paths, components }: ApiDocument): string {
  const pathTexts = Object.entries(paths).map(([path, operations]) => {
    const methods = METHODS.map((method) => {
      const operation = operations[method];
      return operation === undefined ? `${method}?: never;` : `${summary(operation)}${method}: ${operationText(operation)};`;
    });
    return `  ${JSON.stringify(path)}: { parameters: Parameters; ${methods.join("\n    ")} };`;
  });
  const schemas = Object.entries(components.schemas).map(([name, schema]) => `    ${name}: ${typeText(schema)};`);
  return [
    HEADER,
    "interface Parameters { query?: never; header?: never; path?: never; cookie?: never }\n\n",
    `export interface paths {\n${pathTexts.join("\n")}\n}\n\n`,
    `export interface components {\n  schemas: {\n${schemas.join("\n")}\n  };\n}\n`,
  ].join("");
}

function summary({ summary: text, deprecated }: Operation): string {
  return text === undefined ? "" : `/** ${text}${deprecated === true ? " @deprecated" : ""} */ `;
}

function operationText({ parameters = [], requestBody, responses }: Operation): string {
  const groups = (["query", "header", "path", "cookie"] as const).map((place) => {
    const own = parameters.filter((one) => one.in === place);
    if (own.length === 0) return `${place}?: never;`;
    const fields = own.map(
      ({ name, required, schema }) => `${JSON.stringify(name)}${required === true ? "" : "?"}: ${typeText(schema ?? {})};`,
    );
    return `${place}${own.some(({ required }) => required === true) ? "" : "?"}: { ${fields.join(" ")} };`;
  });
  const body =
    requestBody === undefined ? "requestBody?: never;" : `requestBody: { content: ${contentText(requestBody.content)} };`;
  const answers = Object.entries(responses).map(
    ([status, { content }]) =>
      `${status}: { headers: { [name: string]: unknown }; content${content === undefined ? "?: never" : `: ${contentText(content)}`} };`,
  );
  return `{ parameters: { ${groups.join(" ")} }; ${body} responses: { ${answers.join(" ")} } }`;
}

function contentText(content: Readonly<Record<string, Media>>): string {
  const types = Object.entries(content).map(([type, { schema }]) => `${JSON.stringify(type)}: ${typeText(schema ?? {})};`);
  return `{ ${types.join(" ")} }`;
}
