import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { loadHighs } from "../engine/solvers/highs.ts";
import { judgeRatchet, type RatchetCaps, tightened } from "./ratchet/judge-ratchet.ts";
import { measureRatchet } from "./ratchet/measure-ratchet.ts";
import { RATCHET_CASES } from "./ratchet/ratchet-case.ts";

/**
 * Fails when a slow case takes more than its cap (`ratchet/caps.json`): processor time relative to plain HiGHS in the same run, and LP
 * iterations. `--short`: the cases of `npm run check`. `--tighten`: lowers the caps to what was measured, with slack; `--loosen` sets
 * them anew, for a change that is worth its price.
 */
const { values } = parseArgs({
  options: {
    short: { type: "boolean", default: false },
    tighten: { type: "boolean", default: false },
    loosen: { type: "boolean", default: false },
  },
});
const file = new URL("ratchet/caps.json", import.meta.url);
const caps: RatchetCaps = JSON.parse(readFileSync(file, "utf8"));
const next: Record<string, RatchetCaps[string]> = { ...caps };
const solver = await loadHighs();
const isSetting = values.tighten || values.loosen;
const wrong: string[] = [];
for (const { name, case: one } of RATCHET_CASES.filter(({ short }) => short || !values.short)) {
  const figures = await measureRatchet(one, solver);
  wrong.push(...judgeRatchet(name, figures, caps));
  next[name] = tightened(name, figures, caps, values.loosen);
  if (isSetting) writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
  process.stdout.write(`${name}: ${figures.ratio.toFixed(2)} times plain HiGHS, ${figures.steps} LP iterations\n`);
}
if (!isSetting && wrong.length > 0) {
  process.stderr.write(`slower than its cap:\n${wrong.join("\n")}\n`);
  process.exitCode = 1;
}
