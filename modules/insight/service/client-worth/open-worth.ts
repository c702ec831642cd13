import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { Book } from '../../contract/class.ts';
import type { Worth } from '../../contract/client-worth.ts';
import { HORIZONS_DAYS } from '../../domain/metrics/client-value.ts';
import { rights } from '../../policy/channel.ts';
import { rowsOfWorth } from '../../store/client-worth/worth-rows.ts';
import { selectRows } from '../../store/number-rows.ts';
import { readWorthAround, type AskedWorth } from './read-client-worth.ts';

export interface AskedRows extends AskedWorth {
  readonly metric: Worth;
  readonly class: Book;
  readonly group?: string | undefined;
}

/**
 * The rows a figure was made of, the newest first.
 * @throws insight.no_such_number, request.cursor_malformed
 */
export function openWorth(ctx: Context, asked: AskedRows & { cursor?: string | undefined; limit: number }) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    return pageOfWorth(tx, await filterOf(tx, asked), asked);
  });
}

type Filter = Awaited<ReturnType<typeof filterOf>>;

/** Which facts the figure stands on: found once, whatever number of pages is read. */
export async function filterOf(tx: Tx, asked: AskedRows) {
  const worth = await readWorthAround(tx, asked.metric, asked);
  const group = asked.group ?? null;
  const found = worth.figures.find(
    (one) => one.metric === asked.metric && one.class === asked.class && one.group === group,
  );
  if (!found) refuse('not_found', 'insight.no_such_number', { metric: asked.metric, class: asked.class });
  return {
    of: rowsOfWorth(asked.metric, {
      group,
      horizon: HORIZONS_DAYS.find((days) => days === worth.horizonDays) ?? 90,
      today: businessDateOf(tx.now(), tx.zone),
    }),
    rows: { class: asked.class, window: found.window, currency: worth.currency, partnerId: null },
  };
}

export async function pageOfWorth(
  tx: Tx,
  filter: Filter,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const rows = await selectRows(tx, [filter.of], filter.rows, decodeCursor(page.cursor), page.limit + 1);
  const { items, nextCursor } = pageFrom(rows, page.limit, (row) => ({ value: row.sort, id: row.id }));
  return { items: items.map(({ sort: _sort, ...row }) => row), nextCursor };
}
