import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { backUp } from "../../server/store/back-up.ts";
import { openEmbeddedStore, StoreInUseError } from "../../server/store/embedded.ts";
import type { Store } from "../../server/store/store.ts";

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "placement-embedded-"));
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const remember = ({ db }: Store, name: string) => db.insertInto("facts").values({ name, value: "x" }).execute();
const names = async ({ db }: Store) =>
  (await db.selectFrom("facts").select("name").orderBy("name").execute()).map(({ name }) => name);

test("a folder is open in one process at a time", async () => {
  const where = folder();
  const store = await openEmbeddedStore(where);
  await expect(openEmbeddedStore(where)).rejects.toThrow(StoreInUseError);
  await store.close();
  await (await openEmbeddedStore(where)).close();
});

test("a file that is no database is not touched, and the store does not open", async () => {
  const where = folder();
  writeFileSync(join(where, "placements.sqlite"), "not a database, but longer than a header of a hundred bytes ".repeat(10));
  await expect(openEmbeddedStore(where)).rejects.toThrow("not a database");
});

test("a backup is taken while the store is written, and opens as a store with all that was committed before it", async () => {
  const [where, restored] = [folder(), join(folder(), "restored")];
  const store = await openEmbeddedStore(where);
  await remember(store, "before");
  mkdirSync(restored);
  expect(await backUp(where, join(restored, "placements.sqlite"))).toBeGreaterThan(0);
  await remember(store, "later");
  await store.close();
  const copy = await openEmbeddedStore(restored);
  expect(await names(copy)).toEqual(["before"]);
  await copy.close();
});
