import { may, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { orRefuse } from '@mosty/kernel/refusal';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import type { Worth, WORTH_HORIZONS } from '../../contract/client-worth.ts';
import { SEGMENTS_SHOWN, YEAR_DAYS } from '../../domain/client-worth/figure.ts';
import {
  figuresOfChecks,
  figuresOfDeals,
  figuresOfLives,
  figuresOfRepeated,
  figuresOfScenarios,
  figuresOfSegments,
  horizonOf,
} from '../../domain/client-worth/figures.ts';
import { HORIZONS_DAYS } from '../../domain/metrics/client-value.ts';
import { lengthOf, periodBefore, windowOf, type Window } from '../../domain/window.ts';
import { rights } from '../../policy/channel.ts';
import {
  selectChecks,
  selectRepeated,
  selectSegments,
  selectSellers,
} from '../../store/client-worth/select-checks.ts';
import { selectDeals, selectScenarios } from '../../store/client-worth/select-deals.ts';
import { selectLives } from '../../store/client-worth/select-lives.ts';
import { findFreshness } from '../../store/freshness.ts';
import { withHashJoins } from '../../store/hash-joins.ts';
import type { AskedWindow } from '../read-channel.ts';

export interface AskedWorth extends AskedWindow {
  readonly horizon?: (typeof WORTH_HORIZONS)[number] | undefined;
}

/** One walk over the facts each. */
type Part = 'deals' | 'repeated' | 'checks' | 'lives' | 'segments' | 'scenarios';

const PART_OF: Readonly<Record<Worth, Part>> = {
  cycle: 'deals',
  cycle_p75: 'deals',
  won_share: 'deals',
  expansions: 'deals',
  expanded_with_partner: 'deals',
  repeat_share: 'repeated',
  one_off_partners: 'repeated',
  check: 'checks',
  check_by_positions: 'checks',
  check_by_parties: 'checks',
  long_clients: 'lives',
  value: 'lives',
  value_by_partners: 'lives',
  stayed_by_partners: 'lives',
  value_by_products: 'lives',
  check_by_segment: 'segments',
  came_by_segment: 'segments',
  scenario_won: 'scenarios',
  scenario_paid: 'scenarios',
  scenario_check: 'scenarios',
  scenario_effects: 'scenarios',
};

/**
 * What clients of partners are worth beside direct ones. Without days it looks at a year: a month is shorter than the
 * time between two purchases of many clients, and shows none of them as a returning one.
 * @throws insight.window_is_empty, insight.window_is_too_long
 */
export function readClientWorth(ctx: Context, asked: AskedWorth) {
  return look(ctx, (tx) => {
    permit(tx, rights, 'channel.read');
    const window = windowOfWorth(tx, asked);
    return withHashJoins(tx, () => worthOf(tx, window, asked));
  });
}

/** The figures one stands among: whoever opens a figure to its rows waits for no other walk over the facts. */
export function readWorthAround(tx: Tx, metric: Worth, asked: AskedWorth) {
  return withHashJoins(tx, () => worthOf(tx, windowOfWorth(tx, asked), asked, PART_OF[metric]));
}

export type ClientWorth = Awaited<ReturnType<typeof readClientWorth>>;

export function windowOfWorth(tx: Tx, asked: AskedWindow): Window {
  const today = businessDateOf(tx.now(), tx.zone);
  const year = { from: addDays(today, 1 - YEAR_DAYS), to: addDays(today, 1) };
  return asked.from || asked.to ? orRefuse(windowOf(asked, today)) : year;
}

/** All of it, or one part. */
async function worthOf(tx: Tx, window: Window, asked: AskedWorth, only: Part | null = null) {
  const of = async <T>(part: Part, rows: () => Promise<T[]>): Promise<T[]> =>
    only === null || only === part ? rows() : [];
  const currency = asked.currency ?? tx.currency;
  const today = businessDateOf(tx.now(), tx.zone);
  const lives = await of('lives', () => selectLives(tx, today, currency));
  const horizon = HORIZONS_DAYS.find((one) => String(one) === asked.horizon) ?? horizonOf(lives);
  const segments = figuresOfSegments(
    await of('segments', () => selectSegments(tx, window, currency)),
    SEGMENTS_SHOWN,
    window,
    currency,
  );
  return {
    window: { ...window, days: lengthOf(window) },
    currency,
    horizonDays: horizon,
    refreshedAt: (await findFreshness(tx))?.refreshed_at ?? null,
    figures: [
      ...figuresOfDeals(await of('deals', () => selectDeals(tx, window, currency)), window, currency),
      ...figuresOfRepeated(
        await of('repeated', () => selectRepeated(tx, window, currency)),
        await of('repeated', () => selectSellers(tx, today, currency)),
        window,
        today,
      ),
      ...figuresOfChecks(await of('checks', () => selectChecks(tx, window, currency)), window, currency),
      ...figuresOfLives(lives, { today, horizon, currency }),
      ...segments.figures,
      ...figuresOfScenarios(
        await of('scenarios', () => selectScenarios(tx, window, currency)),
        await of('scenarios', () => selectScenarios(tx, periodBefore(window), currency)),
        window,
        currency,
      ),
    ],
    segmentsMore: segments.more,
    can: { export: may(tx, rights, 'channel.export') || { because: 'identity.not_permitted' } },
  };
}
