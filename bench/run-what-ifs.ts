import type { BenchCase } from "./cases/bench-case.ts";
import { measureWhatIfs } from "./what-ifs/measure-what-ifs.ts";

/** What-ifs on one case in a process of its own: run-what-ifs.ts CASE MANY, the case as JSON. Prints the record as JSON. */
const [given = "", many = ""] = process.argv.slice(2);
const record = await measureWhatIfs(JSON.parse(given) as BenchCase, Number(many));
process.stdout.write(`${JSON.stringify(record)}\n`);
