import type { Facts, SaleFact } from './facts.ts';

/** mulberry32: the same seed tells the same history. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const NOW = new Date('2026-11-20T06:00:00Z');
const DAY_MS = 86_400_000;
const DAYS = 146;

/** How a partner sells: what is not told is as healthy partners do. */
export interface Habit {
  readonly salesADay: number;
  readonly byCode?: number;
  readonly clicked?: number;
  /** Of clicked, those who came from the basket. */
  readonly fromCart?: number;
  readonly quick?: number;
  readonly lastMinute?: number;
  readonly refunded?: number;
  readonly paid?: number;
  readonly first?: number;
}

export const HEALTHY: Required<Habit> = {
  salesADay: 0.6,
  byCode: 0.25,
  clicked: 0.8,
  fromCart: 0.06,
  quick: 0.01,
  lastMinute: 0.15,
  refunded: 0.02,
  paid: 0.93,
  first: 0.7,
};

/** Sales of one partner day by day; `habitOn` may change with the days that are left till now. */
export function salesOf(
  partnerId: string,
  random: () => number,
  habitOn: (daysAgo: number) => Habit,
): SaleFact[] {
  const sales: SaleFact[] = [];
  for (let ago = DAYS; ago > 0; ago -= 1) {
    const habit = { ...HEALTHY, ...habitOn(ago) };
    for (let left = habit.salesADay; left > 0; left -= 1) {
      if (random() > left) continue;
      sales.push(saleOf(partnerId, sales.length, random, habit, ago));
    }
  }
  return sales;
}

function saleOf(
  partnerId: string,
  place: number,
  random: () => number,
  habit: Required<Habit>,
  ago: number,
): SaleFact {
  const at = new Date(NOW.getTime() - ago * DAY_MS + Math.floor(random() * DAY_MS * 0.9));
  const before = (minutes: number) => new Date(at.getTime() - minutes * 60_000);
  const clicked = random() < habit.clicked;
  const fromCart = clicked && random() < habit.fromCart;
  const quick = clicked && !fromCart && random() < habit.quick;
  const late = clicked && !fromCart && !quick && random() < habit.lastMinute;
  const own = fromCart
    ? before(5 + random() * 25)
    : quick
      ? before(random() * 0.5)
      : late
        ? before(5 + random() * 50)
        : before(90 + random() * 60 * 24 * 30);
  const amountMinor = BigInt(100_000 + Math.floor(random() * 900_000));
  return {
    partnerId,
    saleId: `${partnerId}-${place}`,
    at,
    codeId: random() < habit.byCode ? `${partnerId}-code` : null,
    firstClickAt: clicked ? own : null,
    lastClickAt: clicked ? own : null,
    othersClickAt: fromCart ? before(60 * 24 * 3) : null,
    checkoutAt: fromCart && random() < 0.5 ? before(40) : null,
    isFirst: random() < habit.first,
    currency: 'RUB',
    amountMinor,
    listMinor: (amountMinor * 1_000_000n) / BigInt(Math.round(habit.paid * 1_000_000)),
    refundedMinor: random() < habit.refunded ? amountMinor : 0n,
    unpaidMinor: amountMinor / 10n,
  };
}

export const NOTHING: Facts = {
  sales: [],
  clicks: [],
  names: [],
  likeness: [],
  standing: [],
  months: [],
  answers: [],
  exclusive: [],
  shown: [],
  publications: [],
};
