import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { DATABASE_FILE } from "./embedded.ts";

/**
 * Copies the embedded store in a folder into one file, as it was at one moment, while the service goes on. To restore, put the file into an
 * empty folder under the name `placements.sqlite`. Answers the pages copied; throws where there is no store.
 */
export async function backUp(folder: string, file: string): Promise<number> {
  const source = new DatabaseSync(join(folder, DATABASE_FILE), { readOnly: true });
  try {
    return await backup(source, file);
  } finally {
    source.close();
  }
}
