import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { decodeCursor, pageFrom, type Place } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import type { Book } from '../contract/class.ts';
import type { Metric } from '../contract/measure.ts';
import { HORIZONS_DAYS } from '../domain/metrics/client-value.ts';
import type { Measure } from '../domain/measure.ts';
import { rights } from '../policy/channel.ts';
import { selectRows } from '../store/number-rows.ts';
import { sourcesOf } from '../store/rows-behind.ts';
import { measuresOfChannel, readChannel, type AskedWindow } from './read-channel.ts';
import { measuresOfPartner, readPartnerEconomics } from './read-partner-economics.ts';

export interface AskedNumber extends AskedWindow {
  readonly metric: Metric;
  readonly class?: Book | undefined;
  readonly partner?: Id<'partner'> | undefined;
}

/**
 * A number again, as the page shows it, with the rows it was made of: the newest or largest first.
 * @throws insight.no_such_number, insight.class_needed, request.cursor_malformed
 */
export function openNumber(
  ctx: Context,
  asked: AskedNumber & { cursor?: string | undefined; limit: number },
) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const measure = await findMeasure(tx, asked);
    const rows = await rowsBehind(tx, measure, asked, decodeCursor(asked.cursor), asked.limit + 1);
    return { measure, ...pageFrom(rows, asked.limit, (row) => ({ value: row.sort, id: row.id })) };
  });
}

export async function findMeasure(tx: Tx, asked: AskedNumber): Promise<Measure> {
  const all = asked.partner
    ? measuresOfPartner(
        await readPartnerEconomics(tx, {
          ...asked,
          currency: asked.currency ?? tx.currency,
          partnerId: asked.partner,
        }),
      )
    : measuresOfChannel(await readChannel(tx, asked));
  const named = all.filter((one) => one.metric === asked.metric);
  const found = asked.class === undefined ? named : named.filter((one) => one.class === asked.class);
  if (found.length > 1)
    refuse('invalid', 'insight.class_needed', {
      metric: asked.metric,
      classes: found.map((one) => one.class ?? ''),
    });
  return (
    found[0] ??
    refuse('not_found', 'insight.no_such_number', { metric: asked.metric, class: asked.class ?? null })
  );
}

export function rowsBehind(tx: Tx, measure: Measure, asked: AskedNumber, after: Place | null, limit: number) {
  const horizon = HORIZONS_DAYS.find((days) => days === measure.rule.params['horizonDays']) ?? 90;
  const filter = {
    class: measure.class,
    window: measure.window,
    currency: measure.currency ?? asked.currency ?? tx.currency,
    partnerId: asked.partner ?? null,
  };
  return selectRows(tx, sourcesOf(measure.metric, horizon), filter, after, limit);
}
