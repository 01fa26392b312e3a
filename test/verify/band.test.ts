import { describe, expect, test } from "vitest";
import { bandAround, clipped, distance } from "../../engine/verify/band.ts";

describe("the band of a target, worked by hand", () => {
  test.each([
    { target: 0.5, tolerance: 0.1, persons: 10, band: [4, 6] },
    { target: 0.5, tolerance: 0, persons: 10, band: [5, 5] },
    { target: 0.5, tolerance: 0, persons: 9, band: [4, 5] }, // no whole number in [4.5, 4.5]
    { target: 0.34, tolerance: 0.01, persons: 10, band: [3, 4] }, // none in [3.3, 3.5]
    { target: 0.3, tolerance: 0.1, persons: 10, band: [2, 4] }, // binary 0.3 - 0.1 is below 0.2
    { target: 0.1, tolerance: 0.2, persons: 10, band: [-1, 3] }, // binary 0.1 + 0.2 is above 0.3
    { target: 0.7, tolerance: 0.1, persons: 10, band: [6, 8] }, // binary 0.7 + 0.1 is below 0.8
    { target: 0.29, tolerance: 0, persons: 100, band: [29, 29] }, // binary 0.29 x 100 is below 29
    { target: 1, tolerance: 0.1, persons: 5, band: [5, 5] },
    { target: 0.492, tolerance: 0.1, persons: 0, band: [0, 0] },
  ])("$target ± $tolerance of $persons is $band", ({ target, tolerance, persons, band }) =>
    expect(bandAround(target, tolerance, persons)).toEqual(band),
  );

  test("the deviation is the distance to the band", () =>
    expect([3, 4, 5, 6, 8].map((count) => distance(count, [4, 6]))).toEqual([1, 0, 0, 0, 2]));

  test("it is reported as far as the persons reach", () => {
    expect(clipped([-1, 3], 10)).toEqual([0, 3]);
    expect(clipped([8, 12], 10)).toEqual([8, 10]);
  });
});
