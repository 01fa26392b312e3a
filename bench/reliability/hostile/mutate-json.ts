import fc from "fast-check";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One change of a JSON value at its n-th place. */
export interface Mutation {
  readonly n: number;
  readonly how: "replace" | "remove" | "add";
  readonly key: string;
  readonly value: Json;
}

const deep = (depth: number): Json => {
  let value: Json = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const strangeValue = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 0.5, 1e300, -0, 2 ** 53, "", "c1", "m1", "p1", "2026-02-30", "\u0000", "\ud800", [], {}),
  fc.constantFrom<Json>([[]], "constructor", "toString", { "a/b~c": 1 }, { "": 1 }, [null], ["c1", "c1"], "be-2024-05-15", 1e-9),
  fc.constantFrom<Json>(
    "x".repeat(2_000),
    deep(60),
    Array.from({ length: 2_000 }, () => "c1"),
    "=cmd|'/c calc'!A1",
    "../../etc/passwd",
  ),
  fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json),
);
const STRANGE_KEYS = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "prototype",
  "toJSON",
  "name",
  "",
  "a/b",
  "~",
  "id",
  "extra",
  "then",
];

/** Changes of a JSON value, one to four of them. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    n: fc.nat(),
    how: fc.constantFrom("replace", "remove", "add"),
    key: fc.constantFrom(...STRANGE_KEYS),
    value: strangeValue,
  } as const),
  { minLength: 1, maxLength: 4 },
);

/** A copy of a JSON value with its n-th places replaced, taken away, or with a field more. */
export function mutated(original: Json, changes: readonly Mutation[]): Json {
  const root = { value: structuredClone(original) };
  for (const { n, how, key, value } of changes) {
    const places = placesIn(root);
    const place = places[n % places.length];
    if (place === undefined) continue;
    const { holder, name } = place;
    if (how === "remove" && Array.isArray(holder)) holder.splice(Number(name), 1);
    else if (how === "remove") delete holder[name];
    else {
      const field = { value: structuredClone(value), enumerable: true, configurable: true, writable: true };
      Object.defineProperty(holder, how === "add" && !Array.isArray(holder) ? key : name, field);
    }
  }
  return root.value ?? null;
}

interface Place {
  readonly holder: { [key: string]: Json };
  readonly name: string;
}

function placesIn(root: { [key: string]: Json }): readonly Place[] {
  const places: Place[] = [];
  const visit = (inner: Json): void => {
    if (typeof inner !== "object" || inner === null) return;
    // An array is looked at as the object of its indices.
    const holder = inner as { [key: string]: Json };
    for (const name of Object.keys(holder)) {
      places.push({ holder, name });
      visit(holder[name] ?? null);
    }
  };
  visit(root);
  return places;
}
