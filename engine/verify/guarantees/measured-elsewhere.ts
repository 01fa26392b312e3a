import type { Guarantee } from "./guarantee.ts";

/** G10, the same bytes again, is a property of two runs: one result cannot show it (`npm run same-again`, docs/guarantees.md). */
export const sameAgain: Guarantee = () => ({ standing: "not-measured", measured: { subject: "runs", checked: 0, of: 1 } });

/** G13, the bundle verifies offline, is a property of the bundle that is made of a result (`npm run verify -- BUNDLE`). */
export const bundleVerifies: Guarantee = () => ({
  standing: "not-measured",
  measured: { subject: "bundles", checked: 0, of: 1 },
});
