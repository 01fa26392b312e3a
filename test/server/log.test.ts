import { expect, test } from "vitest";
import { makeLogger } from "../../server/log.ts";

/** What a logger writes. */
function written(log: (logger: ReturnType<typeof makeLogger>) => void): string {
  const lines: string[] = [];
  log(makeLogger("trace", { write: (line) => void lines.push(line) }));
  return lines.join("");
}

test("secrets are withheld wherever they are logged", () => {
  const text = written((logger) => {
    logger.info({ authorization: "hush-1", nested: { cookie: "hush-2", deeper: { key: "hush-3" } }, token: "hush-4" }, "x");
    logger.info({ req: { headers: { authorization: "hush-5" }, body: "hush-6" } }, "x");
    logger.info({ config: { databaseUrl: "postgres://user:hush-7@db/x" } }, "x");
  });
  expect(text).not.toContain("hush");
  expect(text.match(/\(withheld\)/g)?.length).toBe(7);
});

test("of an error only its kind, message, code and place are kept: databases repeat the row they failed on", () => {
  const error = Object.assign(new Error("cannot reach postgres://user:hush@db/x"), {
    ...{ code: "23505", detail: "Key (name)=(hush) already exists", parameters: ["hush"] },
  });
  const text = written((logger) => logger.error({ err: error }, "x"));
  expect(text).not.toContain("hush");
  expect(JSON.parse(text).err).toMatchObject({ type: "Error", code: "23505", message: "cannot reach postgres://(withheld)" });
});
