import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { GUARANTEE_IDS, unmeasured } from "../../engine/domain/guarantee.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { WORKED_RESULT, WORKED_ROUND } from "../verify/worked-result.ts";

const text = readFileSync(new URL("../../docs/guarantees.md", import.meta.url), "utf8");
const rows = new Map([...text.matchAll(/^\| (G\d+) \| (.+) \| (.+) \| (.+) \|$/gm)].map(([, id, , , subject]) => [id, subject]));

it("docs/guarantees.md states every guarantee, in order, with what it is measured on", () => {
  expect([...rows.keys()]).toEqual([...GUARANTEE_IDS]);
  for (const id of GUARANTEE_IDS) expect(rows.get(id)).toBe(WORKED_RESULT.certificate.measured[id].subject);
});

it("docs/guarantees.md: a claim that is not so is a violation, nothing is claimed before it is measured", () => {
  const draft = { ...WORKED_RESULT, certificate: { ...WORKED_RESULT.certificate, ...unmeasured(), verified: false } };
  expect(verifyResult(WORKED_ROUND, draft)).toEqual([]);
  for (const id of GUARANTEE_IDS) {
    const { guarantees } = WORKED_RESULT.certificate;
    const claim = guarantees[id] === "holds" ? ("violated" as const) : ("holds" as const);
    const certificate = { ...WORKED_RESULT.certificate, guarantees: { ...guarantees, [id]: claim } };
    const paths = verifyResult(WORKED_ROUND, { ...WORKED_RESULT, certificate }).map((one) => "path" in one && one.path);
    expect(paths).toEqual([`/certificate/guarantees/${id}`]);
  }
});
