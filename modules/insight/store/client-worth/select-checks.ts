import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import type { Book } from '../../contract/class.ts';
import { YEAR_DAYS } from '../../domain/client-worth/figure.ts';
import type { Window } from '../../domain/window.ts';
import { prepared } from '../prepared.ts';

export interface ChecksOf {
  readonly class: Book;
  readonly by: 'all' | 'positions' | 'parties';
  readonly band: number | null;
  readonly sales: bigint;
  readonly minor: bigint;
}

/** Sales of the window by how much is in them and how many partners took part. */
export function selectChecks(tx: Tx, window: Window, currency: string): Promise<ChecksOf[]> {
  return prepared(
    tx,
    sql<ChecksOf>`
    SELECT class, CASE WHEN GROUPING(positions) = 0 THEN 'positions' WHEN GROUPING(parties) = 0 THEN 'parties' ELSE 'all' END AS by,
           COALESCE(positions, parties)::int AS band, sum(sales_count)::bigint AS sales, sum(sales_minor)::bigint AS minor
    FROM insight.check_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND day >= ${window.from}::date AND day < ${window.to}::date
      AND currency = ${currency}
    GROUP BY GROUPING SETS ((class), (class, positions), (class, parties))
    ORDER BY class, 2, 3`,
  );
}

export interface RepeatedOf {
  readonly class: Book;
  readonly sales: bigint;
  readonly repeated: bigint;
}

/** A sale to a known client that was not its first: all of them, less those without a client and the first ones. */
export function selectRepeated(tx: Tx, window: Window, currency: string): Promise<RepeatedOf[]> {
  return prepared(
    tx,
    sql<RepeatedOf>`
    SELECT class, sum(sales_count - no_client_count)::bigint AS sales,
           sum(sales_count - no_client_count - clients_came)::bigint AS repeated
    FROM insight.class_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND day >= ${window.from}::date AND day < ${window.to}::date
      AND currency = ${currency}
    GROUP BY class`,
  );
}

export interface SellersOf {
  readonly class: Book;
  readonly sellers: bigint;
  readonly once: bigint;
  readonly since: string;
}

/** Partners whose first sale is a year old, and those of them that made no other since (S1.3). */
export function selectSellers(tx: Tx, today: BusinessDate, currency: string): Promise<SellersOf[]> {
  return prepared(
    tx,
    sql<SellersOf>`
    SELECT class, count(*) AS sellers, count(*) FILTER (WHERE sales_count = 1) AS once, min(first_sale_on) AS since
    FROM insight.partner_life
    WHERE workspace_id = ${tx.workspaceId}::uuid AND currency = ${currency} AND sales_count > 0
      AND first_sale_on <= ${addDays(today, -YEAR_DAYS)}::date
    GROUP BY class`,
  );
}

export interface SegmentOf {
  readonly class: Book;
  /** Empty: nobody named it. */
  readonly segment: string;
  readonly since: string;
  readonly came: bigint;
  readonly sales: bigint;
  readonly minor: bigint;
}

/**
 * Segments as clients' cards name them now: who opened each and when, how many came in the window, and what those buy
 * at a time.
 */
export function selectSegments(tx: Tx, window: Window, currency: string): Promise<SegmentOf[]> {
  const came = sql`l.first_on >= ${window.from}::date AND l.first_on < ${window.to}::date`;
  return prepared(
    tx,
    sql<SegmentOf>`
    SELECT l.class, COALESCE(c.segment, '') AS segment, min(l.first_on) AS since, count(*) FILTER (WHERE ${came}) AS came,
           COALESCE(sum(l.sales_count) FILTER (WHERE ${came}), 0)::bigint AS sales,
           COALESCE(sum(l.sales_minor) FILTER (WHERE ${came}), 0)::bigint AS minor
    FROM insight.client_life l
    JOIN directory.v_client c ON c.workspace_id = l.workspace_id AND c.id = l.client_id
    WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.currency = ${currency}
    GROUP BY l.class, COALESCE(c.segment, '')`,
  );
}
