/** A stored round as a client knows it. */
export interface ModelRound {
  readonly id: string;
  deleted: boolean;
}

/** A run as a client knows it. */
export interface ModelRun {
  readonly id: string;
  readonly round: ModelRound;
  /** Its end, once it was seen; it never changes after. */
  end: string | null;
  cancelAsked: boolean;
  /** Digest of its result, once it was seen; it never changes after. */
  result: string | null;
}

/** A plan as a client knows it. */
export interface ModelPlan {
  readonly id: string;
  published: boolean;
  deleted: boolean;
}

/** A request that may be sent again: the same key and body have to answer the same id. */
export interface ModelRequest {
  readonly path: string;
  readonly key: string;
  readonly body: string;
  /** Another body that the same key is not for. */
  readonly otherBody: string;
  readonly made: { readonly id: string; readonly isGone: () => boolean };
}

/** What a single client of the service has to find there: the whole reference, in a few lists. */
export class ReferenceModel {
  readonly rounds: ModelRound[] = [];
  readonly runs: ModelRun[] = [];
  readonly plans: ModelPlan[] = [];
  readonly requests: ModelRequest[] = [];

  isGone(run: ModelRun): boolean {
    return run.round.deleted;
  }

  hasOpenRuns(round: ModelRound): boolean {
    return this.runs.some((run) => run.round === round && run.end === null);
  }

  /** Ids that a list of everything has to show. */
  listed(kind: "rounds" | "runs" | "plans"): readonly string[] {
    if (kind === "rounds") return this.rounds.filter(({ deleted }) => !deleted).map(({ id }) => id);
    if (kind === "runs") return this.runs.filter((run) => !this.isGone(run)).map(({ id }) => id);
    return this.plans.filter(({ deleted }) => !deleted).map(({ id }) => id);
  }
}
