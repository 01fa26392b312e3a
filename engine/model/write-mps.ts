import type { LinearModel, Origin } from "./linear-model.ts";

const OBJECTIVE = "objective";
const OFFSET = "offset";
/** Readers cut names off at 255 characters or fewer. */
const LONGEST_NAME = 100;

/**
 * The model in free-format MPS, as HiGHS, glpsol and cbc read it alike. Readers disagree about OBJSENSE and about the default bounds
 * of whole columns, so that the file always minimises (a maximisation is written with its objective negated, and a comment says so)
 * and states every bound. They disagree about the sign of an offset too: it is the price of a last column fixed at 1. Rows without
 * bounds are left out. Rows and columns are named after the rule or objective and the ids they stand for.
 */
export function writeMps(model: LinearModel, name: string): string {
  const sign = model.sense === "minimise" ? 1 : -1;
  const rows = uniqueNames(model.rowOrigins);
  const columns = uniqueNames(model.colOrigins);
  const lines = [
    sign === 1 ? "* Minimise." : "* Maximise: written as the minimisation of the negated objective.",
    `NAME ${plain(name)}`,
    "ROWS",
    ` N ${OBJECTIVE}`,
    ...rows.flatMap((row, i) => rowLine(row, model.rowLower[i], model.rowUpper[i])),
    "COLUMNS",
    ...columnLines(model, sign, rows, columns),
    ...(model.offset === 0 ? [] : [` ${OFFSET} ${OBJECTIVE} ${sign * model.offset}`]),
    "RHS",
    ...rows.flatMap((row, i) => sideLine(row, model.rowLower[i], model.rowUpper[i])),
    "RANGES",
    ...rows.flatMap((row, i) => rangeLine(row, model.rowLower[i], model.rowUpper[i])),
    "BOUNDS",
    ...columns.flatMap((column, j) => boundLines(column, model.colLower[j], model.colUpper[j])),
    ...(model.offset === 0 ? [] : [` FX BOUNDS ${OFFSET} 1`]),
    "ENDATA",
  ];
  return `${lines.join("\n")}\n`;
}

/** E: equal to its side; L: at most its side; G: at least its side. */
function rowLine(row: string, lower: number = -Infinity, upper: number = Infinity): string[] {
  if (lower === upper) return [` E ${row}`];
  if (Number.isFinite(upper)) return [` L ${row}`];
  return Number.isFinite(lower) ? [` G ${row}`] : [];
}

function sideLine(row: string, lower: number = -Infinity, upper: number = Infinity): string[] {
  const side = Number.isFinite(upper) ? upper : lower;
  return Number.isFinite(side) && side !== 0 ? [` RHS ${row} ${side}`] : [];
}

/** An L row with range r is at least its side less r. */
function rangeLine(row: string, lower: number = -Infinity, upper: number = Infinity): string[] {
  return Number.isFinite(lower) && Number.isFinite(upper) && lower !== upper ? [` RANGES ${row} ${upper - lower}`] : [];
}

function boundLines(column: string, lower: number = -Infinity, upper: number = Infinity): string[] {
  if (lower === upper) return [` FX BOUNDS ${column} ${lower}`];
  const [below, above] = [Number.isFinite(lower), Number.isFinite(upper)];
  if (!below && !above) return [` FR BOUNDS ${column}`];
  return [
    below ? ` LO BOUNDS ${column} ${lower}` : ` MI BOUNDS ${column}`,
    above ? ` UP BOUNDS ${column} ${upper}` : ` PL BOUNDS ${column}`,
  ];
}

/** Column by column, whole ones between markers. */
function columnLines(model: LinearModel, sign: 1 | -1, rows: readonly string[], columns: readonly string[]): string[] {
  const entries: string[][] = columns.map((column, j) => {
    const cost = model.colCost[j] ?? 0;
    return cost === 0 ? [] : [` ${column} ${OBJECTIVE} ${sign * cost}`];
  });
  const { starts, indices, values } = model.matrix;
  rows.forEach((row, i) => {
    if (rowLine(row, model.rowLower[i], model.rowUpper[i]).length === 0) return;
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      const j = indices[k] ?? 0;
      entries[j]?.push(` ${columns[j]} ${row} ${values[k]}`);
    }
  });
  const lines: string[] = [];
  let whole = false;
  let markers = 0;
  const mark = () => {
    whole = !whole;
    lines.push(` MARKER${markers++} 'MARKER' '${whole ? "INTORG" : "INTEND"}'`);
  };
  entries.forEach((own, j) => {
    if (whole !== (model.integrality[j] === 1)) mark();
    // A column that appears nowhere exists only if it is written down.
    lines.push(...(own.length > 0 ? own : [` ${columns[j]} ${OBJECTIVE} 0`]));
  });
  if (whole) mark();
  return lines;
}

/** `rule.id.id` where no two origins read alike, else with a number at the end. */
function uniqueNames(origins: readonly Origin[]): string[] {
  const taken = new Set([OBJECTIVE, OFFSET]);
  const next = new Map<string, number>();
  return origins.map(({ source, subject }) => {
    const base = plain([source, ...Object.values(subject)].join(".")).slice(0, LONGEST_NAME);
    let name = base;
    for (let number = next.get(base) ?? 2; taken.has(name); number++) {
      name = `${base}~${number}`;
      next.set(base, number + 1);
    }
    taken.add(name);
    return name;
  });
}

/** Without spaces or characters that a reader could take for something else. */
function plain(text: string): string {
  return text.replaceAll(/[^\w.-]/g, "_") || "_";
}
