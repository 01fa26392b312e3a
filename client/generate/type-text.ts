/** The part of JSON Schema (2020-12) that zod writes; an array of types is one of them. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly contentMediaType?: string;
  readonly format?: string;
  readonly description?: string;
}

/** The TypeScript type of the values a schema allows, as text; limits of size and form have none. */
export function typeText(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return referenceText(schema.$ref);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map((value) => JSON.stringify(value)));
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return union(branches.map(typeText));
  if (schema.allOf !== undefined) return schema.allOf.map((one) => `(${typeText(one)})`).join(" & ");
  if (schema.not !== undefined) return "never";
  const { type } = schema;
  if (Array.isArray(type)) return union(type.map((one: string) => typeText({ ...schema, type: one })));
  switch (type) {
    case "string":
      return schema.format === "binary" ? "Blob" : "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
    case "null":
      return type;
    case "array":
      return arrayText(schema);
    case "object":
      return objectText(schema);
    default:
      return "unknown";
  }
}

function referenceText(reference: string): string {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1];
  if (name === undefined) throw new RangeError(`${reference} leads nowhere a type has a name`);
  return `components["schemas"]["${name}"]`;
}

function union(texts: readonly string[]): string {
  return [...new Set(texts)].join(" | ") || "never";
}

function arrayText({ prefixItems, items }: JsonSchema): string {
  if (prefixItems !== undefined) return `readonly [${prefixItems.map(typeText).join(", ")}]`;
  return `readonly (${items ? typeText(items) : "unknown"})[]`;
}

function objectText({ properties = {}, required = [], additionalProperties }: JsonSchema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${comment(schema)}readonly ${JSON.stringify(name)}${required.includes(name) ? "" : "?"}: ${typeText(schema)};`,
  );
  const others = typeof additionalProperties === "object" ? typeText(additionalProperties) : null;
  if (fields.length === 0) {
    if (others !== null) return `{ readonly [key: string]: ${others} }`;
    return additionalProperties === false ? "Record<string, never>" : "{ readonly [key: string]: unknown }";
  }
  return `{ ${fields.join(" ")} }${others === null ? "" : ` & { readonly [key: string]: ${others} }`}`;
}

function comment({ description }: JsonSchema): string {
  return description === undefined ? "" : `/** ${description.replaceAll("*/", "*\\/")} */ `;
}
