import type { Currency } from '@mosty/kernel/money';
import { addDays, businessDate, firstDay, type BusinessDate } from '@mosty/kernel/time';
import { BOOKS, type Book } from '../../contract/class.ts';
import { cohortEnd, HORIZONS_DAYS, type HorizonDays } from '../metrics/client-value.ts';
import type { Window } from '../window.ts';
import { average, count, days, share, sum, WORTH_NEEDED_N, YEAR_DAYS, type Figure } from './figure.ts';

/** Rows as the stores give them; a class without a row has nothing to tell. */
interface Lives {
  readonly class: Book;
  readonly by: 'all' | 'partners' | 'products';
  readonly band: number | null;
  readonly since: BusinessDate;
  readonly horizons: readonly {
    readonly days: HorizonDays;
    readonly clients: number;
    readonly paidMinor: bigint;
  }[];
  readonly grown: number;
  readonly stayed: number;
  readonly long: number;
}

/** The longest horizon that ten direct clients and ten of some partner book have lived through; else the shortest. */
export function horizonOf(lives: readonly Lives[]): HorizonDays {
  const enough = (horizon: HorizonDays, direct: boolean) =>
    lives.some(
      (life) =>
        life.by === 'all' &&
        (life.class === 'direct') === direct &&
        life.horizons.some(({ days: of, clients }) => of === horizon && clients >= WORTH_NEEDED_N),
    );
  return HORIZONS_DAYS.find((horizon) => enough(horizon, true) && enough(horizon, false)) ?? 90;
}

export function figuresOfLives(
  lives: readonly Lives[],
  given: { readonly today: BusinessDate; readonly horizon: HorizonDays; readonly currency: Currency },
): Figure[] {
  const { today, horizon, currency } = given;
  const untilHorizon = firstDay(cohortEnd(today, horizon));
  const untilYear = addDays(today, 1 - YEAR_DAYS);
  const spanned = (since: BusinessDate, to: BusinessDate): Window => ({ from: since < to ? since : to, to });
  return lives.flatMap((life) => {
    const { clients, paidMinor } = life.horizons.find((one) => one.days === horizon) ?? {
      clients: 0,
      paidMinor: 0n,
    };
    const group = life.band === null ? null : String(life.band);
    const worth = {
      class: life.class,
      group,
      currency,
      window: spanned(life.since, untilHorizon),
      horizonDays: horizon,
    };
    const grown = { class: life.class, group, window: spanned(life.since, untilYear) };
    if (life.by === 'products')
      return [average({ ...worth, metric: 'value_by_products' }, paidMinor, clients)];
    if (life.by === 'partners') {
      return [
        average({ ...worth, metric: 'value_by_partners' }, paidMinor, clients),
        share({ ...grown, metric: 'stayed_by_partners' }, life.stayed, life.grown),
      ];
    }
    return [
      average({ ...worth, metric: 'value' }, paidMinor, clients),
      share({ ...grown, metric: 'long_clients' }, life.long, life.grown),
    ];
  });
}

export function figuresOfChecks(
  checks: readonly {
    readonly class: Book;
    readonly by: 'all' | 'positions' | 'parties';
    readonly band: number | null;
    readonly sales: bigint;
    readonly minor: bigint;
  }[],
  window: Window,
  currency: Currency,
): Figure[] {
  const metric = { all: 'check', positions: 'check_by_positions', parties: 'check_by_parties' } as const;
  return checks.map((of) =>
    average(
      {
        metric: metric[of.by],
        class: of.class,
        group: of.band === null ? null : String(of.band),
        currency,
        window,
      },
      of.minor,
      Number(of.sales),
    ),
  );
}

export function figuresOfRepeated(
  repeated: readonly { readonly class: Book; readonly sales: bigint; readonly repeated: bigint }[],
  sellers: readonly {
    readonly class: Book;
    readonly sellers: bigint;
    readonly once: bigint;
    readonly since: string;
  }[],
  window: Window,
  today: BusinessDate,
): Figure[] {
  return [
    ...repeated
      .filter(({ sales }) => sales > 0n)
      .map((of) =>
        share({ metric: 'repeat_share', class: of.class, window }, Number(of.repeated), Number(of.sales)),
      ),
    ...sellers.map((of) =>
      share(
        {
          metric: 'one_off_partners',
          class: of.class,
          // Of all their days until today, whatever period is looked at.
          window: { from: businessDate(of.since), to: addDays(today, 1) },
        },
        Number(of.once),
        Number(of.sellers),
      ),
    ),
  ];
}

export function figuresOfDeals(
  deals: readonly {
    readonly class: Book;
    readonly by: 'all' | 'kind';
    readonly kind: string | null;
    readonly closed: number;
    readonly won: number;
    readonly timed: number;
    readonly median: number | null;
    readonly p75: number | null;
    readonly paidMinor: bigint;
    readonly expanded: number;
  }[],
  window: Window,
  currency: Currency,
): Figure[] {
  return deals.flatMap((of) => {
    const common = { class: of.class, group: of.kind, currency, window };
    if (of.by === 'all') {
      return [
        days({ ...common, metric: 'cycle' }, of.median, of.timed),
        days({ ...common, metric: 'cycle_p75' }, of.p75, of.timed),
        share({ ...common, metric: 'won_share' }, of.won, of.closed),
      ];
    }
    if (of.won === 0) return [];
    const further = of.kind === 'expansion' || of.kind === 'cross_sell';
    return [
      sum({ ...common, metric: 'expansions' }, of.paidMinor, of.won),
      ...(further ? [share({ ...common, metric: 'expanded_with_partner' }, of.expanded, of.won)] : []),
    ];
  });
}

interface Scenario {
  readonly scenarioId: string | null;
  readonly title: string | null;
  readonly class: Book;
  readonly closed: number;
  readonly won: number;
  readonly paidMinor: bigint;
  readonly paidDeals: number;
  readonly effects: number;
}

/** Each scenario beside the others and beside deals that go by none; the period before beside each figure. */
export function figuresOfScenarios(
  now: readonly Scenario[],
  before: readonly Scenario[],
  window: Window,
  currency: Currency,
): Figure[] {
  return now.flatMap((of) => {
    const old = before.find((one) => one.scenarioId === of.scenarioId && one.class === of.class);
    const common = {
      class: of.class,
      group: of.scenarioId ?? '',
      groupName: of.title,
      currency,
      window,
    };
    return [
      count({ ...common, metric: 'scenario_won', before: BigInt(old?.won ?? 0) }, of.won, of.closed),
      sum({ ...common, metric: 'scenario_paid', before: old?.paidMinor ?? 0n }, of.paidMinor, of.paidDeals),
      average({ ...common, metric: 'scenario_check' }, of.paidMinor, of.paidDeals),
      ...(of.scenarioId === null
        ? []
        : [count({ ...common, metric: 'scenario_effects' }, of.effects, of.closed)]),
    ];
  });
}

interface Segment {
  readonly class: Book;
  readonly segment: string;
  readonly since: string;
  readonly came: bigint;
  readonly sales: bigint;
  readonly minor: bigint;
}

/** The segments most clients came in, and how many others there are. */
export function figuresOfSegments(
  segments: readonly Segment[],
  shown: number,
  window: Window,
  currency: Currency,
): { figures: Figure[]; more: number } {
  const came = new Map<string, number>();
  for (const { segment, came: clients } of segments)
    came.set(segment, (came.get(segment) ?? 0) + Number(clients));
  const named = [...came].filter(([segment]) => segment !== '');
  // A company that names no segments has none to show.
  if (named.length === 0) return { figures: [], more: 0 };
  const order = named.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([segment]) => segment);
  const kept = [...order.slice(0, shown), ...(came.has('') ? [''] : [])];
  const figures = kept.flatMap((segment) =>
    BOOKS.flatMap((book) => {
      const of = segments.find((one) => one.segment === segment && one.class === book);
      if (!of) return [];
      const common = { class: book, group: segment, groupName: segment || null, currency, window };
      return [
        count({ ...common, metric: 'came_by_segment', since: businessDate(of.since) }, Number(of.came)),
        average({ ...common, metric: 'check_by_segment' }, of.minor, Number(of.sales)),
      ];
    }),
  );
  return { figures, more: Math.max(0, order.length - shown) };
}
