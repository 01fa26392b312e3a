import fc from "fast-check";
import type { BaseRequest } from "./base-requests.ts";
import { type Json, mutated, mutations } from "./mutate-json.ts";

/** A request as it goes over the wire. */
export interface HostileRequest {
  readonly method: string;
  /** As documented; what is asked may be another address. */
  readonly route: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
}

const PATH_PARTS = [
  ...[
    "..",
    ".",
    "%2e%2e",
    "%00",
    "%ff",
    "a%2Fb",
    "%0d%0aX: y",
    "__proto__",
    "constructor",
    "%F0%9F%98%80",
    "'",
    '"',
    "%27%20or%201=1--",
  ],
  ...["00000000-0000-4000-8000-00000000000", "null", "-1", "1e9", "x".repeat(199), "x".repeat(201), "%", "%zz", "{id}", "*"],
];
const QUERIES = [
  ...[
    "limit=0",
    "limit=-1",
    "limit=1e3",
    "limit=999999999999",
    "limit=1&limit=2",
    "limit[]=1",
    "limit=%00",
    "cursor=",
    "cursor=%%%",
  ],
  ...[
    "cursor=eyJhIjoxfQ",
    "cursor=bm9uZQ==",
    "state=none",
    "__proto__=1",
    "constructor=1",
    "extra",
    "audience=nobody",
    "after=2026-02-30",
  ],
  ...[
    "after=99999-01-01",
    "before=0",
    "before=1.5",
    `subject=${"x".repeat(500)}`,
    "%=%",
    "a=b=c",
    "&&&",
    "roundId=",
    `roundId=${"x".repeat(101)}`,
  ],
];
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  ...[
    { "content-type": "text/plain" },
    { "content-type": "application/json; charset=latin1" },
    { "content-type": "application/xml" },
  ],
  ...[
    { "content-type": "multipart/form-data" },
    { "content-type": "multipart/form-data; boundary=" },
    { "content-encoding": "gzip" },
  ],
  ...[
    { "idempotency-key": "" },
    { "idempotency-key": "x".repeat(256) },
    { "idempotency-key": "a b" },
    { "idempotency-key": "same" },
  ],
  ...[
    { prefer: "wait=-1" },
    { prefer: "wait=x, respond-async" },
    { "if-none-match": "*" },
    { "if-none-match": '"' },
    { "if-match": "*" },
  ],
  ...[
    { "last-event-id": "-1" },
    { "last-event-id": "1e400" },
    { "last-event-id": "9".repeat(40) },
    { accept: "image/png" },
    { accept: ";;;" },
  ],
  ...[
    { "accept-language": "xx-yy;q=2" },
    { "accept-language": "*".repeat(300) },
    { authorization: "Bearer " },
    { authorization: "Basic eA==" },
  ],
  ...[
    { cookie: "session=x; session=y" },
    { cookie: "=;=;" },
    { origin: "https://elsewhere.example" },
    { "x-forwarded-for": "' or 1=1" },
  ],
  ...[
    { authorization: `Bearer csp_${"0".repeat(12)}_${"x".repeat(43)}` },
    { range: "bytes=0-" },
    { expect: "x".repeat(10) },
  ].filter((one) => !("expect" in one)),
];
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND"];

const deepText = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
/** Bodies that have nothing to do with what the call reads. */
const STRANGE_BODIES: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  ...[
    "",
    " ",
    "null",
    "0",
    '""',
    "[]",
    "{}",
    "tru",
    '{"a":1',
    '{"a":1}}',
    "\uFEFF{}",
    "{'a':1}",
    "NaN",
    '{"a":1,"a":2}',
    "\u0000",
  ],
  ...[
    deepText(5_000),
    deepText(30_000),
    `{"a":${deepText(1_000)}}`,
    `"${"x".repeat(70_000)}"`,
    `[${"1,".repeat(40_000)}1]`,
    `{"a":1e${"9".repeat(400)}}`,
  ],
  ...['{"__proto__":{"a":1}}', '{"constructor":{"prototype":{"a":1}}}', '{"toString":1,"valueOf":2}', '{"then":{}}'],
  ...[Uint8Array.of(0xff, 0xfe, 0x7b, 0x7d), Uint8Array.of(0x1f, 0x8b, 8, 0), Uint8Array.of(0x22, 0xc3, 0x28, 0x22)],
];

/** Text with a piece of it cut out and something else put there. */
const spliced = (text: string) =>
  fc.tuple(fc.nat(), fc.oneof(fc.nat({ max: 40 }), fc.nat()), fc.string({ maxLength: 8 })).map(([at, length, put]) => {
    const start = at % Math.max(1, text.length);
    return text.slice(0, start) + put + text.slice(start + (length % (text.length + 1)));
  });

/** Something that goes wrong rarely beside the rest. */
const rarely = <Value>(values: readonly Value[], oneIn: number) =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...values) });

function bodies({ body, form }: BaseRequest): fc.Arbitrary<string | Uint8Array<ArrayBuffer> | null> {
  if (form !== undefined) return fc.oneof(spliced(form.text), fc.constant(form.text), fc.constantFrom(...STRANGE_BODIES));
  if (body === undefined) return rarely(STRANGE_BODIES, 4);
  const text = JSON.stringify(body);
  const changed = mutations.map((changes) => JSON.stringify(mutated(body as Json, changes)));
  return fc.oneof(
    { weight: 12, arbitrary: changed },
    { weight: 4, arbitrary: spliced(text) },
    { weight: 3, arbitrary: fc.constantFrom(...STRANGE_BODIES) },
  );
}

/** Requests like a valid one, but wrong in its body, address, query, header fields or method. */
export function hostileRequest(bases: readonly BaseRequest[], key: string): fc.Arbitrary<HostileRequest> {
  // Calls with a body have more to get wrong.
  const weighted = bases.flatMap((base) =>
    Array<BaseRequest>(base.body === undefined && base.form === undefined ? 1 : 4).fill(base),
  );
  return fc.constantFrom(...weighted).chain((base) =>
    fc
      .record({
        body: bodies(base),
        part: rarely(PATH_PARTS, 6),
        query: rarely(QUERIES, 6),
        header: rarely(HEADERS, 6),
        method: rarely(METHODS, 20),
        isAnonymous: rarely([true], 40),
      })
      .map(({ body, part, query, header, method, isAnonymous }) => {
        const sentMethod = method ?? base.method;
        const bodiless = sentMethod === "GET" || sentMethod === "HEAD";
        const type = base.form?.type ?? (body === null ? null : "application/json");
        return {
          method: sentMethod,
          route: base.route,
          path: base.route.replaceAll(/\{(\w+)\}/g, (_, name) => part ?? base.params[name] ?? "x"),
          query: query ?? new URLSearchParams(base.query).toString(),
          headers: {
            ...(isAnonymous ? {} : { authorization: `Bearer ${key}` }),
            ...(type === null || bodiless ? {} : { "content-type": type }),
            ...header,
          },
          body: bodiless ? null : body,
        };
      }),
  );
}
