import { z } from "zod";
import { candidateSchema, hostSchema, missionSchema, promotionSchema } from "../../engine/input/round-schema.ts";

/** The files an import is made of, each a list of the round. */
export type FileName = "hosts" | "missions" | "promotions" | "candidates" | "members";

/** How a cell is read. `list`: entries between `|`; `windows`: `from..until`, with `=places` behind in `occupied`; `choice`: `m1` or `m1+m2`. */
export type ColumnKind = "text" | "day" | "number" | "truth" | "list" | "windows" | "occupied" | "choice" | "category";

export interface Column {
  /** As in the first row of a file: the field's name, `zone.regions`, `choice1`, `attributes.sex`. */
  readonly name: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
}

/** Every candidate may rank so many choices in a file; the law has three (Art. 12 §1). */
const CHOICE_COLUMNS = 10;
const TEMPLATE_CHOICES = 3;
/** What a column of categories begins with; what follows is the dimension. */
export const CATEGORY_PREFIX = "attributes.";

const memberSchema = promotionSchema.shape.members.unwrap().unwrap().element;

/** One row of `members` is a citizen who already serves in a promotion. */
const SHAPES: Readonly<Record<FileName, z.ZodObject>> = {
  hosts: hostSchema,
  missions: missionSchema,
  promotions: promotionSchema.omit({ members: true }),
  candidates: candidateSchema,
  members: memberSchema.extend({ promotion: promotionSchema.shape.id }),
};

// `Object.keys` of a closed record gives its keys.
export const FILE_NAMES = Object.keys(SHAPES) as FileName[];

const perFile = new Map(
  FILE_NAMES.map((file) => [file, Object.entries(SHAPES[file].shape).flatMap(([name, field]) => columnsOf(name, field))]),
);

/** The columns a file may have, made from the schema of the round; columns of categories are named freely. */
export function columnsOfFile(file: FileName): readonly Column[] {
  return perFile.get(file) ?? [];
}

/** The columns of a file's template: three choices, and the dimensions the default policy looks at. */
export function templateColumns(file: FileName, dimensions: readonly string[]): readonly Column[] {
  return columnsOfFile(file).flatMap((column) => {
    if (column.kind === "category") return dimensions.map((dimension) => ({ ...column, name: CATEGORY_PREFIX + dimension }));
    const rank = /^choice(\d+)$/.exec(column.name)?.[1];
    return rank !== undefined && Number(rank) > TEMPLATE_CHOICES ? [] : [column];
  });
}

/** A field of the schema as columns; one of a type no column can hold is an exception: the schema has outgrown the files. */
function columnsOf(name: string, field: z.core.$ZodType): readonly Column[] {
  const { inner, required } = unwrapped(field);
  const one = (kind: ColumnKind): readonly Column[] => [{ name, kind, required }];
  if (name === "choices")
    return Array.from({ length: CHOICE_COLUMNS }, (_, i) => ({ name: `choice${i + 1}`, kind: "choice", required: false }));
  if (name === "attributes") return [{ name: CATEGORY_PREFIX, kind: "category", required: false }];
  if (inner instanceof z.ZodString) return one(inner.meta()?.format === "date" ? "day" : "text");
  if (inner instanceof z.ZodEnum) return one("text");
  if (inner instanceof z.ZodNumber) return one("number");
  if (inner instanceof z.ZodBoolean) return one("truth");
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([key, part]) =>
      columnsOf(`${name}.${key}`, part).map((column) => ({ ...column, required: false })),
    );
  }
  if (inner instanceof z.ZodArray) {
    if (inner.element instanceof z.ZodString) return one("list");
    if (inner.element instanceof z.ZodObject) return one("places" in inner.element.shape ? "occupied" : "windows");
  }
  throw new TypeError(`no column can hold the field ${name}`);
}

function unwrapped(field: z.core.$ZodType): { readonly inner: z.core.$ZodType; readonly required: boolean } {
  let [inner, required] = [field, true];
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) {
    required = false;
    inner = inner.unwrap();
  }
  return { inner, required };
}
