import type { Conflict } from "../../engine/conflict/find-conflict.ts";

/** The rules that cannot be kept together, a line each. */
export function conflictLines({ parts, minimal }: Conflict): readonly string[] {
  const lines = parts.map(({ rule, article, subject }) => {
    const about = Object.entries(subject).map(([kind, id]) => `${kind} ${id}`);
    // Rules of the planner's own have no article.
    const source = /^\d/.test(article) ? `Art. ${article}` : article;
    return `  ${rule} (${source}): ${about.join(", ")}`;
  });
  const closing = minimal
    ? "Without any one of these the others can be kept."
    : "The limits ended the search: a smaller set may conflict as well.";
  return ["No lawful placement exists: these rules cannot be kept together.", ...lines, closing];
}
