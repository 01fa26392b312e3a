import { existsSync } from "node:fs";
import { readConfig } from "../config.ts";
import { backUp } from "../store/back-up.ts";

const USAGE = "usage: npm run --silent backup -- FILE   (of the embedded store in DATA_DIR, whether the service runs or not)";

const [file, ...more] = process.argv.slice(2);
const read = readConfig(process.env);
if (file === undefined || more.length > 0 || !read.ok || !("dataDir" in read.config.storage)) {
  process.stderr.write(`${read.ok ? USAGE : read.errors.join("\n")}\n`);
  process.exit(2);
}
if (existsSync(file)) {
  process.stderr.write(`${file} exists already; a backup replaces nothing.\n`);
  process.exit(2);
}
const pages = await backUp(read.config.storage.dataDir, file);
process.stdout.write(`${pages} pages written to ${file}\n`);
