import { type Column, type ModelText, modelOf } from "./model-of.ts";

const free = { lower: -Infinity, upper: Infinity };
const continuous: Column = { cost: 1, continuous: true };

/** Models whose answer can be worked out by hand. */
export const OPTIMAL: readonly (ModelText & { readonly name: string; readonly optimum: number })[] = [
  {
    name: "the larger of two prices when maximising",
    sense: "maximise",
    columns: [{ cost: 3 }, { cost: 5 }],
    rows: [[0, { 0: 1, 1: 1 }, 1]],
    optimum: 5,
  },
  {
    name: "a knapsack with an offset",
    sense: "maximise",
    offset: 100,
    columns: [
      { cost: 3, upper: 10 },
      { cost: 5, upper: 10 },
    ],
    rows: [[-Infinity, { 0: 2, 1: 3 }, 17]],
    optimum: 128,
  },
  { name: "a negative offset", offset: -7, columns: [{ cost: 1, lower: 2, upper: 4 }], optimum: -5 },
  {
    name: "an equality",
    columns: [
      { cost: 1, upper: 9 },
      { cost: 2, upper: 9 },
    ],
    rows: [[7, { 0: 2, 1: 3 }, 7]],
    optimum: 4,
  },
  {
    name: "a range",
    columns: [
      { cost: 1, upper: 9 },
      { cost: -1, upper: 9 },
    ],
    rows: [[-3, { 0: 1, 1: -1 }, 2]],
    optimum: -3,
  },
  { name: "a range between whole numbers only", columns: [{ cost: 1, upper: 9 }], rows: [[3, { 0: 2 }, 5]], optimum: 2 },
  {
    name: "negative lower bounds",
    columns: [
      { cost: 1, lower: -5, upper: 5 },
      { cost: 1, lower: -3, upper: -1 },
    ],
    rows: [[-6, { 0: 1, 1: 1 }, 0]],
    optimum: -6,
  },
  {
    name: "whole columns open below",
    columns: [{ cost: -1, lower: -Infinity, upper: 3 }],
    rows: [[-9, { 0: 2 }, 5]],
    optimum: -2,
  },
  { name: "free continuous columns", columns: [{ ...continuous, ...free }], rows: [[-7, { 0: 2 }, 7]], optimum: -3.5 },
  { name: "a linear program", columns: [continuous, continuous], rows: [[1, { 0: 2, 1: 3 }, Infinity]], optimum: 1 / 3 },
  {
    name: "whole and continuous columns together",
    columns: [
      { cost: 2, upper: 5 },
      { cost: 1, upper: Infinity, continuous: true },
    ],
    rows: [[7, { 0: 3, 1: 1 }, Infinity]],
    optimum: 5,
  },
  {
    name: "fixed columns",
    columns: [
      { cost: 4, lower: 2, upper: 2 },
      { cost: 1, upper: 5 },
    ],
    rows: [[5, { 0: 1, 1: 1 }, Infinity]],
    optimum: 11,
  },
  {
    name: "duplicate rows",
    columns: [{ cost: 1 }, { cost: 1 }],
    rows: [
      [1, { 0: 1, 1: 1 }, 2],
      [1, { 0: 1, 1: 1 }, 2],
      [2, { 0: 2, 1: 2 }, 4],
    ],
    optimum: 1,
  },
  {
    name: "rows that ask for nothing",
    columns: [{ cost: -1 }],
    rows: [
      [-Infinity, { 0: 1 }, Infinity],
      [0, {}, 0],
    ],
    optimum: -1,
  },
  { name: "no rows", offset: 3, columns: [{ cost: 1 }, { cost: -1 }], optimum: 2 },
  { name: "no prices", columns: [{ cost: 0 }, { cost: 0 }], rows: [[1, { 0: 1, 1: 1 }, 1]], optimum: 0 },
  { name: "no columns", offset: 7, columns: [], optimum: 7 },
  { name: "no columns, but rows that hold", offset: 7, columns: [], rows: [[-1, {}, 1]], optimum: 7 },
];

export const FREE_WHOLE_COLUMNS = modelOf({
  columns: [
    { cost: 1, ...free },
    { cost: 0, ...free },
  ],
  rows: [
    [-7, { 0: 2 }, 7],
    [0, { 0: 1, 1: 1 }, 0],
  ],
});

export const INFEASIBLE: readonly (ModelText & { readonly name: string })[] = [
  { name: "asks three of two columns", columns: [{ cost: 1 }, { cost: 1 }], rows: [[3, { 0: 1, 1: 1 }, Infinity]] },
  { name: "asks the same of a linear program", columns: [continuous, continuous], rows: [[3, { 0: 1, 1: 1 }, Infinity]] },
  {
    name: "asks an odd sum of even numbers",
    columns: [
      { cost: 1, upper: 5 },
      { cost: 1, upper: 5 },
    ],
    rows: [[3, { 0: 2, 1: 2 }, 3]],
  },
  {
    name: "asks two rows that contradict each other",
    columns: [{ cost: 0, lower: -9, upper: 9 }],
    rows: [
      [2, { 0: 1 }, Infinity],
      [-Infinity, { 0: 1 }, 1],
    ],
  },
  { name: "asks something of an empty row", columns: [{ cost: 1 }], rows: [[1, {}, 2]] },
  { name: "has a column whose bounds cross", columns: [{ cost: 1, lower: 2, upper: 1 }] },
  { name: "has a row whose bounds cross", columns: [{ cost: 1 }], rows: [[1, { 0: 1 }, 0]] },
  { name: "has no columns and a row that fails", columns: [], rows: [[1, {}, 2]] },
  {
    name: "would be unbounded otherwise",
    columns: [{ cost: -1, upper: Infinity }, { cost: 0 }],
    rows: [[3, { 1: 1 }, Infinity]],
  },
];

export const UNBOUNDED: readonly (ModelText & { readonly name: string })[] = [
  { name: "a whole column upwards", sense: "maximise", columns: [{ cost: 1, upper: Infinity }], rows: [[0, { 0: 1 }, Infinity]] },
  { name: "a whole column downwards", columns: [{ cost: 1, lower: -Infinity }], rows: [[-Infinity, { 0: 1 }, 4]] },
  {
    name: "two whole columns together",
    columns: [
      { cost: -1, upper: Infinity },
      { cost: 0, upper: Infinity },
    ],
    rows: [[-1, { 0: 1, 1: -1 }, 1]],
  },
  { name: "a continuous column", columns: [{ cost: -1, upper: Infinity, continuous: true }], rows: [[0, { 0: 1 }, Infinity]] },
];
