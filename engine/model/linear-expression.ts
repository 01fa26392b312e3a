/** constant + sum over i of coefficients[i] * x[columns[i]], all whole numbers. */
export interface LinearExpression {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly constant: number;
}

/** Sum of some columns, each with the same coefficient. */
export function sumOf(columns: readonly number[], coefficient = 1, constant = 0): LinearExpression {
  return { columns, coefficients: columns.map(() => coefficient), constant };
}

/** sum over i of weights[i] * expressions[i]; equal columns are gathered, in ascending order. */
export function weightedSum(expressions: readonly LinearExpression[], weights: readonly number[]): LinearExpression {
  const [only] = expressions;
  if (only !== undefined && expressions.length === 1 && weights[0] === 1 && isGathered(only)) return only;
  const coefficients = new Map<number, number>();
  let constant = 0;
  expressions.forEach((expression, i) => {
    const weight = weights[i] ?? 1;
    constant += weight * expression.constant;
    expression.columns.forEach((column, j) => {
      coefficients.set(column, (coefficients.get(column) ?? 0) + weight * (expression.coefficients[j] ?? 0));
    });
  });
  const columns = [...coefficients.keys()].filter((column) => coefficients.get(column) !== 0).sort((a, b) => a - b);
  return { columns, coefficients: columns.map((column) => coefficients.get(column) ?? 0), constant };
}

/** Whether columns ascend and none has the coefficient 0. */
function isGathered({ columns, coefficients }: LinearExpression): boolean {
  return columns.every((column, i) => coefficients[i] !== 0 && (i === 0 || (columns[i - 1] ?? 0) < column));
}

/** The value of an expression at a point. */
export function evaluate(expression: LinearExpression, point: ArrayLike<number>): number {
  return expression.columns.reduce(
    (sum, column, i) => sum + (expression.coefficients[i] ?? 0) * (point[column] ?? 0),
    expression.constant,
  );
}
