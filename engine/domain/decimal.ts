/** An exact decimal number: digits / 10^scale. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/** Numbers read so far: a band asks for the same target and tolerance for every number of persons. */
const known = new Map<number, Decimal>();
const MOST_KNOWN = 1_000;

/**
 * The decimal that a finite number is written as (ECMAScript's shortest text): 0.1 gives 1/10, although the binary number lies
 * beside it. `RangeError` on NaN and infinities.
 */
export function parseDecimal(value: number): Decimal {
  const before = known.get(value);
  if (before !== undefined) return before;
  const decimal = readDecimal(value);
  if (known.size < MOST_KNOWN) known.set(value, decimal);
  return decimal;
}

function readDecimal(value: number): Decimal {
  const parts = PLAIN.exec(String(value));
  if (parts === null) throw new RangeError(`not a finite number: ${value}`);
  const [, sign, whole = "0", fraction = "", exponent = "0"] = parts;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Both numbers over one power of ten. */
function align(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return { digits: x + y, scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

export function times(a: Decimal, count: number): Decimal {
  return { digits: a.digits * BigInt(count), scale: a.scale };
}

/** Largest whole number not above `a`. */
export function floor(a: Decimal): number {
  const unit = 10n ** BigInt(a.scale);
  const quotient = a.digits / unit;
  return Number(a.digits % unit < 0n ? quotient - 1n : quotient);
}

/** Smallest whole number not below `a`. */
export function ceil(a: Decimal): number {
  return -floor({ digits: -a.digits, scale: a.scale }) || 0;
}
