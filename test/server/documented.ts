import { expect } from "vitest";
import { documentationErrors, problemErrors } from "./documentation-errors.ts";

/** Expects an answer to be one that the document lists for a route: its status, content type and schema. */
export function expectDocumented(method: string, route: string, status: number, mediaType: string, value: unknown): void {
  expect(documentationErrors(method, route, status, mediaType, value)).toEqual([]);
}

/** Expects a problem document. */
export function expectProblem(value: unknown): void {
  expect(problemErrors(value)).toEqual([]);
}
