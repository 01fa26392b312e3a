import { createHash } from "node:crypto";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A repeatable stream of random numbers. */
export interface Random {
  /** A whole number from 0 to `count` - 1. */
  below(count: number): number;
  /** A number from 0 up to but not including 1. */
  unit(): number;
}

const RANGE = 2 ** 32;

/** The stream that a text stands for, the same on every machine. */
export function randomFrom(text: string): Random {
  const generator = xoroshiro128plus(createHash("sha256").update(text, "utf8").digest().readInt32LE(0));
  const unit = () => (generator.next() >>> 0) / RANGE;
  return { unit, below: (count) => Math.floor(unit() * count) };
}
