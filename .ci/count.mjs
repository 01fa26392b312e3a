// Reads vitest's JSON reports, names what was skipped, and prints the one line that counts. A skip is a failure here, except for
// tests whose data may not be redistributed: their names end in "(shared data)".
import { existsSync, readFileSync } from "node:fs";

const files = process.argv.slice(2);
if (files.length === 0 || files.some((file) => !existsSync(file) || readFileSync(file, "utf8") === "")) {
  console.log("0 passed, 1 failed");
  process.exit(1);
}
const reports = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
const tests = reports
  .flatMap(({ testResults }) => testResults)
  .flatMap(({ name, status, assertionResults }) =>
    assertionResults.length === 0 && status === "failed" ? [{ fullName: name, status: "failed" }] : assertionResults,
  );
const count = (test) => tests.filter(test).length;
const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed");
const excused = skipped.filter(({ fullName }) => fullName.endsWith("(shared data)"));
for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
const failed = count(({ status }) => status === "failed") + skipped.length - excused.length;
console.log(`${excused.length} skipped for want of shared data`);
console.log(`${count(({ status }) => status === "passed")} passed, ${failed} failed`);
process.exit(failed === 0 && reports.every(({ success }) => success) ? 0 : 1);
