const ENOUGH_TERMS = 200_000;
const EPSILON = 1e-16;

/**
 * Gauss's ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c > 0, by its series. Where the arguments are large for c the series of
 * Euler's transformation is shorter and is taken instead.
 * @throws when it does not settle: better no estimate than a wrong one
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (c - a - b < -1 && c > a && c > b) return (1 - z) ** (c - a - b) * series(c - a, c - b, c, z);
  return series(a, b, c, z);
}

function series(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < ENOUGH_TERMS; k += 1) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    sum += term;
    if (Math.abs(term) <= EPSILON * Math.abs(sum)) return sum;
  }
  throw new Error('the series of ₂F₁ does not settle');
}
