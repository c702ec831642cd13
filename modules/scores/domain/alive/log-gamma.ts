const G = 7;
const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln Γ(x) for x > 0, to about 15 digits (Lanczos, 1964; coefficients of Godfrey for g = 7). */
export function logGamma(x: number): number {
  // Below a half the series is worse: by reflection Γ(x) Γ(1 − x) = π / sin πx.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const at = x - 1;
  const series = COEFFICIENTS.reduce((sum, one, place) => (place === 0 ? one : sum + one / (at + place)), 0);
  const t = at + G + 0.5;
  return HALF_LOG_TWO_PI + (at + 0.5) * Math.log(t) - t + Math.log(series);
}
