import { may, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { ReportingClass } from '../../contract/class.ts';
import { PRICED_HARMS, type Harm } from '../../contract/reputation.ts';
import { harmBook } from '../../domain/reputation/partner-harm.ts';
import { lengthOf } from '../../domain/window.ts';
import { rights } from '../../policy/reputation.ts';
import { findFreshness } from '../../store/freshness.ts';
import { withHashJoins } from '../../store/hash-joins.ts';
import { selectHarmRows } from '../../store/reputation/harm-rows.ts';
import {
  selectClientsKept,
  selectCountedHarm,
  selectHarmBooks,
  selectHarmed,
} from '../../store/reputation/select-harm.ts';
import { windowOfWorth } from '../client-worth/read-client-worth.ts';
import type { AskedWindow } from '../read-channel.ts';

interface Page {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface AskedReputation extends AskedWindow {
  readonly partner?: Id<'partner'> | undefined;
}

export interface AskedHarm extends AskedReputation {
  readonly kind?: Harm | undefined;
  readonly class?: ReportingClass | undefined;
}

/** What was asked, as the stores take it; without days, a year. */
async function askedOf(tx: Tx, asked: AskedReputation) {
  // The floor all days were counted by: a new one counts them anew. Where nothing was counted yet, there is none.
  const floorPpm = (await findFreshness(tx))?.floor_ppm ?? 0n;
  return {
    window: windowOfWorth(tx, asked),
    currency: asked.currency ?? tx.currency,
    partnerId: asked.partner ?? null,
    floorPpm: floorPpm < 0n ? 0n : floorPpm,
  };
}

/**
 * By partner, the dearest first: what its harm cost in each class beside what it sold there, and what has no price
 * (S0.3, S0.19, S0.67).
 */
export function readReputation(ctx: Context, asked: AskedReputation & Page) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'reputation.read');
    const filter = await askedOf(tx, asked);
    const page = await withHashJoins(tx, () =>
      selectHarmed(tx, filter, decodeCursor(asked.cursor), asked.limit + 1),
    );
    const { items, nextCursor } = pageFrom(page, asked.limit, (row) => ({
      value: row.sort,
      id: row.partnerId,
    }));
    const ids = items.map(({ partnerId }) => partnerId);
    const books = await selectHarmBooks(tx, filter, ids);
    const counted = new Map(
      (await selectCountedHarm(tx, filter, ids)).map(({ partnerId, ...of }) => [partnerId, of]),
    );
    const kept = await selectClientsKept(tx, ids);
    const NONE = { breaches: 0, rules: [], incidents: 0, complaints: 0 };
    return {
      items: items.map(({ partnerId, name }) => ({
        partner: { id: partnerId, name },
        books: books.filter((book) => book.partnerId === partnerId).map(harmBook),
        ...(counted.get(partnerId) ?? NONE),
        clients: kept
          .filter((book) => book.partnerId === partnerId)
          .map(({ partnerId: _partnerId, ...book }) => book),
      })),
      nextCursor,
      window: { ...filter.window, days: lengthOf(filter.window) },
      currency: filter.currency,
      floorPpm: filter.floorPpm,
      can: { export: may(tx, rights, 'reputation.export') || { because: 'identity.not_permitted' } },
    };
  });
}

/** The log, newest first; an amount in the price, beside it, or none where money does not measure it. */
export function readHarm(ctx: Context, asked: AskedHarm & Page) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'reputation.read');
    const filter = { ...(await askedOf(tx, asked)), kind: asked.kind ?? null, class: asked.class ?? null };
    const rows = await selectHarmRows(tx, filter, decodeCursor(asked.cursor), asked.limit + 1);
    const { items, nextCursor } = pageFrom(rows, asked.limit, (row) => ({ value: row.sort, id: row.id }));
    return {
      items: items.map(({ sort: _sort, ...row }) => ({ ...row, inPrice: PRICED_HARMS.includes(row.kind) })),
      nextCursor,
      window: { ...filter.window, days: lengthOf(filter.window) },
      currency: filter.currency,
      floorPpm: filter.floorPpm,
    };
  });
}
