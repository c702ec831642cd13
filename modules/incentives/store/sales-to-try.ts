import { sql } from 'kysely';
import { DEAL_ROLES, type DealRole } from '@mosty/attribution/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { dayNumber, type PastPart } from '../domain/past-part.ts';

export interface PartToTry {
  readonly saleId: Id<'sale'>;
  readonly number: string;
  readonly occurredAt: Date;
  readonly amountMinor: bigint;
  /** Accrued to this agreement for this sale, before refunds; told by the first of its parts. */
  readonly wasMinor: bigint;
  readonly part: PastPart;
}

interface Row {
  readonly at: string;
  /** Which of the sales read at once. */
  readonly nth: number;
  readonly saleId: Id<'sale'>;
  readonly number: string;
  readonly occurredAt: Date;
  readonly amountMinor: bigint;
  readonly amountMicro: bigint;
  readonly vatMicro: bigint | null;
  readonly listMinor: bigint | null;
  readonly isFirst: boolean;
  readonly role: DealRole;
  readonly sharePpm: number;
  readonly day: BusinessDate;
  readonly firstPaidOn: BusinessDate | null;
  readonly place: number;
  readonly wasMinor: bigint;
}

/** How many sales are read at once: a partner's years of them are never held together. */
const SALES_AT_ONCE = 2_000;

/** Where a page of sales ended: to the microsecond, as a date of the program is not. */
export interface TriedUpTo {
  readonly at: string;
  readonly saleId: string;
}

/** The next parts of some agreements in past sales, in the order of time: each as the pricer of history takes it. */
export async function partsToTry(
  tx: Tx,
  of: {
    readonly agreementIds: readonly string[];
    readonly from: BusinessDate;
    readonly to: BusinessDate;
    readonly currency: string;
  },
  after: TriedUpTo | null,
  atOnce = SALES_AT_ONCE,
): Promise<{ parts: PartToTry[]; next: TriedUpTo | null }> {
  const { rows } = await sql<Row>`
    WITH page AS (
      SELECT s.* FROM deals.v_sale s
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.currency = ${of.currency}
        AND s.occurred_at >= ${startOfDay(of.from, tx.zone)} AND s.occurred_at < ${startOfDay(of.to, tx.zone)}
        AND (${after?.at ?? null}::timestamptz IS NULL
          OR (s.occurred_at, s.id) > (${after?.at ?? null}::timestamptz, ${after?.saleId ?? null}::text))
        AND EXISTS (SELECT FROM attribution.v_participant p
          WHERE p.workspace_id = s.workspace_id AND p.sale_id = s.id AND p.agreement_id = ANY(${of.agreementIds}::text[]))
      ORDER BY s.occurred_at, s.id LIMIT ${atOnce}
    )
    SELECT s.id AS "saleId", s.occurred_at::text AS at, dense_rank() OVER (ORDER BY s.occurred_at, s.id)::int AS nth,
           s.external_id AS number, s.occurred_at AS "occurredAt", s.amount_minor AS "amountMinor",
           s.amount_micro AS "amountMicro", s.vat_micro AS "vatMicro", s.list_minor AS "listMinor", s.is_first AS "isFirst",
           p.role, p.share_ppm::int AS "sharePpm", (s.occurred_at AT TIME ZONE ${tx.zone})::date AS day,
           (c.first_paid_at AT TIME ZONE ${tx.zone})::date AS "firstPaidOn",
           array_position(${of.agreementIds}::text[], p.agreement_id::text) - 1 AS place,
           CASE WHEN row_number() OVER (PARTITION BY s.id, p.agreement_id ORDER BY p.id) = 1 THEN COALESCE((
             SELECT sum(a.amount_minor) FROM incentives.accrual a
             WHERE a.workspace_id = s.workspace_id AND a.sale_id = s.id AND a.agreement_id = p.agreement_id AND a.refund_id IS NULL
           ), 0) ELSE 0 END::bigint AS "wasMinor"
    FROM page s
    JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id
    LEFT JOIN directory.v_client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
    WHERE p.agreement_id = ANY(${of.agreementIds}::text[])
    ORDER BY s.occurred_at, s.id, p.id`.execute(tx.db);
  const last = rows.at(-1);
  const next = last && last.nth === atOnce ? { at: last.at, saleId: last.saleId } : null;
  return { parts: rows.map(partOf), next };
}

function partOf(row: Row): PartToTry {
  return {
    saleId: row.saleId,
    number: row.number,
    occurredAt: row.occurredAt,
    amountMinor: row.amountMinor,
    wasMinor: row.wasMinor,
    part: {
      place: row.place,
      role: Math.max(0, DEAL_ROLES.indexOf(row.role)),
      sharePpm: row.sharePpm,
      day: dayNumber(row.day),
      amountMinor: wholeMinor(row.amountMicro),
      amountMicro: () => row.amountMicro,
      vatMicro: () => row.vatMicro,
      listMinor: row.listMinor === null ? -1 : Number(row.listMinor),
      isFirst: row.isFirst,
      firstPaidDay: row.firstPaidOn === null ? -1 : dayNumber(row.firstPaidOn),
    },
  };
}

/** NaN sends the part the exact way. */
function wholeMinor(micro: bigint): number {
  const minor = Number(micro / 1_000_000n);
  return micro % 1_000_000n === 0n && Number.isSafeInteger(minor) ? minor : Number.NaN;
}
