import { hypergeometric } from './hypergeometric.ts';
import { logGamma } from './log-gamma.ts';
import { minimise } from './nelder-mead.ts';

/**
 * BG/NBD: Fader, Hardie, Lee, «Counting Your Customers the Easy Way», Marketing Science 24 (2005). How often somebody
 * deals differs between partners (gamma: r, α), and so does the chance to stop after a deal (beta: a, b).
 */
export interface Model {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Deals after the first one, time from the first to the last of them, time from the first until now; one unit of time. */
export interface Seen {
  readonly repeats: number;
  readonly last: number;
  readonly age: number;
}

export interface Fitted extends Model {
  readonly logLikelihood: number;
  readonly n: number;
}

/** The four parameters under which what was seen is likeliest. */
export function fit(seen: readonly Seen[]): Fitted {
  const counted = new Map<string, Seen & { times: number }>();
  for (const one of seen) {
    const key = `${one.repeats} ${one.last} ${one.age}`;
    counted.set(key, { ...one, times: (counted.get(key)?.times ?? 0) + 1 });
  }
  // In an order of its own: sums of the same rows are then the same to the last digit.
  const rows = [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const cost = (logs: readonly number[]) => -logLikelihood(modelOf(logs), rows) / seen.length;
  const middle = rows.reduce((sum, { age, times }) => sum + age * times, 0) / Math.max(1, seen.length);
  const found = minimise(cost, [0, Math.log(Math.max(1, middle / 4)), 0, 0]);
  return { ...modelOf(found.at), logLikelihood: -found.value * seen.length, n: seen.length };
}

/** Parameters are above zero: they are looked for by their logarithms. */
function modelOf([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): Model {
  return { r: Math.exp(r), alpha: Math.exp(alpha), a: Math.exp(a), b: Math.exp(b) };
}

function logLikelihood(
  { r, alpha, a, b }: Model,
  rows: readonly (Seen & { readonly times: number })[],
): number {
  const same = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
  let sum = 0;
  for (const { repeats: x, last, age, times } of rows) {
    const whole = same + logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x);
    const stays = -(r + x) * Math.log(alpha + age);
    if (x === 0) sum += times * (whole + stays);
    else {
      const stopped = Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + last);
      const more = Math.max(stays, stopped);
      sum += times * (whole + more + Math.log(Math.exp(stays - more) + Math.exp(stopped - more)));
    }
  }
  return sum;
}

/** How likely it is that it deals with us still. Whoever dealt once has had no chance to stop: the model says 1. */
export function aliveChance({ r, alpha, a, b }: Model, { repeats: x, last, age }: Seen): number {
  if (x === 0) return 1;
  const odds = (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + age) / (alpha + last)));
  return 1 / (1 + odds);
}

/** a = 1 is a pole of the formulae and of nothing else. */
const offPole = (a: number): number => (Math.abs(a - 1) < 1e-9 ? 1 + 1e-9 : a);

/** Deals after the first one that somebody new makes within `time`. */
export function expectedOfNew({ r, alpha, a: given, b }: Model, time: number): number {
  const a = offPole(given);
  const shape = hypergeometric(r, b, a + b - 1, time / (alpha + time));
  return ((a + b - 1) / (a - 1)) * (1 - (alpha / (alpha + time)) ** r * shape);
}

/** Deals that this one makes within the next `time`. */
export function expectedOf(model: Model, seen: Seen, time: number): number {
  const { r, alpha, b } = model;
  const a = offPole(model.a);
  const { repeats: x, age } = seen;
  const shape = hypergeometric(r + x, b + x, a + b + x - 1, time / (alpha + age + time));
  const meant = 1 - ((alpha + age) / (alpha + age + time)) ** (r + x) * shape;
  return ((a + b + x - 1) / (a - 1)) * meant * aliveChance(model, seen);
}
