import { may, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { orRefuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { bluntSentences } from '../domain/blunt-sentence.ts';
import { gapsOf } from '../domain/gaps.ts';
import type { Measure } from '../domain/measure.ts';
import { boxesOf } from '../domain/metrics/class-box.ts';
import { lengthOf, periodBefore, windowOf, type Window } from '../domain/window.ts';
import { zonesOf } from '../domain/zones.ts';
import { rights } from '../policy/channel.ts';
import { findFreshness } from '../store/freshness.ts';
import { withHashJoins } from '../store/hash-joins.ts';
import { selectBooks, selectUnmatched } from '../store/select-books.ts';
import { selectCurrencies } from '../store/select-months.ts';
import { selectNetwork } from '../store/select-network.ts';
import { readMetrics } from './read-metrics.ts';
import { readZoneFacts } from './read-zones.ts';

export interface AskedWindow {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly currency?: string | undefined;
}

/**
 * The owner's page: every block is one look at the roll-ups, all of them in one snapshot.
 * @throws insight.window_is_empty, insight.window_is_too_long
 */
export function readChannel(ctx: Context, asked: AskedWindow) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const today = businessDateOf(tx.now(), tx.zone);
    const window = orRefuse(windowOf(asked, today));
    // The planner takes what row level security guards for a row or two, and would ask each partner by itself.
    return withHashJoins(tx, () => channelOf(tx, window, asked.currency ?? tx.currency));
  });
}

export type Channel = Awaited<ReturnType<typeof readChannel>>;

async function channelOf(tx: Tx, window: Window, currency: string) {
  const before = periodBefore(window);
  const freshness = await findFreshness(tx);
  const currencies = await selectCurrencies(tx);
  const books = await selectBooks(tx, window, before, currency);
  const network = await selectNetwork(tx, window, before, CYCLE_DAYS);
  const zoneFacts = await readZoneFacts(tx, window, currency, network);
  const metrics = await readMetrics(tx, {
    window,
    before,
    currency,
    books,
    network,
    medianCycleDays: CYCLE_DAYS,
  });
  const { top, ...measures } = metrics;
  const [sentence, ...otherSentences] = bluntSentences({
    books: books.now,
    before: books.before,
    sharePpm: measures.shares.find((share) => share.class === 'partner_sales')?.value ?? null,
    working: network.partner_sales.working,
    selling: network.partner_sales.active,
    workingBefore: network.partner_sales.workingBefore,
    sellingBefore: network.partner_sales.activeBefore,
    top,
    agreements: {
      referral: network.referral.working,
      partner_sales: network.partner_sales.working,
      alliance: network.alliance.working,
    },
    logosOnly: zoneFacts.logosOnly,
    contactsCalledPartners: zoneFacts.contactsCalledPartners,
  });
  const { direct, ...boxes } = boxesOf(books.now, books.before, currency, window, before);
  return {
    hasFacts: currencies.length > 0,
    window: { ...window, days: lengthOf(window) },
    before: { ...before, days: lengthOf(before) },
    currency,
    otherCurrencies: currencies.filter((other) => other !== currency),
    refreshedAt: freshness?.refreshed_at ?? null,
    sentence,
    otherSentences,
    boxes: [boxes.referral, boxes.partner_sales, boxes.alliance],
    direct,
    metrics: measures,
    zones: zonesOf(zoneFacts, currency, window),
    gaps: gapsOf([...(await selectUnmatched(tx, window, currency)), ...books.gaps], currency, window),
    can: { export: may(tx, rights, 'channel.export') || { because: 'identity.not_permitted' } },
  };
}

/** Every number of the page, to be found by name and class when somebody opens it. */
export function measuresOfChannel(channel: Channel): Measure[] {
  const { boxes, direct, metrics, zones, gaps } = channel;
  const ofBox = ({ class: _name, ...figures }: (typeof boxes)[number]): Measure[] => Object.values(figures);
  return [
    ...boxes.flatMap(ofBox),
    ...ofBox(direct),
    ...metrics.shares,
    ...metrics.checks,
    ...metrics.clientValues,
    metrics.active,
    metrics.timeToFirstSale,
    metrics.concentration,
    metrics.referralCapacity,
    metrics.payback.measure,
    ...zones.money,
    ...zones.influence,
    ...zones.illusion,
    ...gaps,
  ];
}

/** Days from a client's first touch to its payment: unknown until registered deals and leads are recorded. */
const CYCLE_DAYS: number | null = null;
