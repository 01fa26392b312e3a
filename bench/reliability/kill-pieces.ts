import { appendFileSync, readFileSync } from "node:fs";
import type { KillReport } from "./kill-campaign.ts";
import { quantile } from "./quantile.ts";

/** A piece of the campaign R1, as it is kept. */
export interface KillPiece extends KillReport {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly machine: string;
  readonly store: string;
  readonly seed: number;
}

/** Adds a piece to a file of one JSON text a line; answers all that are in it. */
export function keepPiece(file: string, piece: KillPiece): readonly KillPiece[] {
  appendFileSync(file, `${JSON.stringify(piece)}\n`);
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line): KillPiece => JSON.parse(line));
}

/** What several pieces come to together; `broken` counts what must not be. */
export function summaryOf(pieces: readonly KillPiece[]) {
  const sum = (of: (piece: KillPiece) => number) => pieces.reduce((total, piece) => total + of(piece), 0);
  const readyAgain = pieces.flatMap((piece) => piece.readyAgain).sort((a, b) => a - b);
  const counts = {
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    completedTwice: sum(({ completedTwice }) => completedTwice),
    notCompleted: sum(({ notCompleted }) => notCompleted.length),
    withoutResult: sum(({ withoutResult }) => withoutResult),
    brokenTrails: sum(({ auditHolds }) => (auditHolds ? 0 : 1)),
  };
  return {
    pieces: pieces.length,
    kills: {
      server: sum(({ kills }) => kills.server),
      solver: sum(({ kills }) => kills.solver),
      worker: sum(({ kills }) => kills.worker),
    },
    acknowledged: sum(({ acknowledged }) => acknowledged),
    attempts: sum(({ attempts }) => attempts),
    retries: sum(({ retries }) => retries),
    poisoned: sum(({ poisoned }) => poisoned),
    ...counts,
    broken: Object.values(counts).reduce((total, count) => total + count, 0),
    readyAgainMilliseconds: {
      measured: readyAgain.length,
      p50: quantile(readyAgain, 0.5),
      p99: quantile(readyAgain, 0.99),
      longest: Math.round(readyAgain.at(-1) ?? 0),
    },
  };
}
