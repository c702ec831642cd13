import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate, Month } from '@mosty/kernel/time';
import type { Blocked } from '../contract/blocked.ts';
import type { BatchState } from '../contract/batch.ts';

export interface NewBatch {
  readonly id: Id<'payout_batch'>;
  readonly through: Month;
  readonly payOn: BusinessDate;
  readonly currency: string;
  readonly minimumMinor: bigint;
  readonly needsSecond: boolean;
}

export interface Batch extends NewBatch {
  readonly state: BatchState;
  readonly payouts: number;
  readonly totalMinor: bigint;
  readonly paidMinor: bigint;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly secondAt: Date | null;
  readonly secondBy: string | null;
  readonly sentAt: Date | null;
  readonly sentBy: string | null;
  readonly finishedAt: Date | null;
  readonly finishedBy: string | null;
  readonly cancelReason: string | null;
}

const COLUMNS = sql`
  b.id, b.through, b.pay_on AS "payOn", b.currency, b.minimum_minor AS "minimumMinor", b.needs_second AS "needsSecond", b.state,
  b.made_at AS "madeAt", b.made_by AS "madeBy", b.approved_at AS "approvedAt", b.approved_by AS "approvedBy",
  b.second_at AS "secondAt", b.second_by AS "secondBy", b.sent_at AS "sentAt", b.sent_by AS "sentBy",
  b.finished_at AS "finishedAt", b.finished_by AS "finishedBy", b.cancel_reason AS "cancelReason",
  s.payouts, s."totalMinor", s."paidMinor"`;

const SOURCE = sql`
  payouts.payout_batch b
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS payouts, COALESCE(sum(p.amount_minor), 0)::bigint AS "totalMinor",
           COALESCE(sum(p.amount_minor) FILTER (WHERE p.state = 'paid'), 0)::bigint AS "paidMinor"
    FROM payouts.payout p WHERE p.workspace_id = b.workspace_id AND p.batch_id = b.id
  ) AS s`;

/** One batch is made at a time: two would count the same money. */
export async function holdBatchMaking(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('payouts.batch:' || ${tx.workspaceId}, 0))`.execute(
    tx.db,
  );
}

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await sql`
    INSERT INTO payouts.payout_batch (workspace_id, id, through, pay_on, currency, minimum_minor, state, needs_second, made_at, made_by)
    VALUES (${tx.workspaceId}::uuid, ${batch.id}, ${batch.through}, ${batch.payOn}, ${batch.currency}, ${batch.minimumMinor},
      'draft', ${batch.needsSecond}, ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export async function findBatch(tx: Tx, id: Id<'payout_batch'>): Promise<Batch | undefined> {
  const { rows } = await sql<Batch>`
    SELECT ${COLUMNS} FROM ${SOURCE} WHERE b.workspace_id = ${tx.workspaceId}::uuid AND b.id = ${id}`.execute(
    tx.db,
  );
  return rows[0];
}

/** As `findBatch`, and nobody else acts on it until the commit: of two who approve at once, one finds it approved. */
export async function lockBatch(tx: Tx, id: Id<'payout_batch'>): Promise<Batch | undefined> {
  await sql`SELECT FROM payouts.payout_batch WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return findBatch(tx, id);
}

export async function listBatches(
  tx: Tx,
  filter: {
    state?: BatchState | undefined;
    partnerId?: Id<'partner'> | undefined;
    after?: { at: string; id: string } | undefined;
    limit: number;
  },
): Promise<Batch[]> {
  const { state, partnerId, after, limit } = filter;
  const { rows } = await sql<Batch>`
    SELECT ${COLUMNS} FROM ${SOURCE}
    WHERE b.workspace_id = ${tx.workspaceId}::uuid AND (${state ?? null}::text IS NULL OR b.state = ${state ?? null}::text)
      AND (${partnerId ?? null}::text IS NULL OR EXISTS (SELECT FROM payouts.payout o
        WHERE o.workspace_id = b.workspace_id AND o.batch_id = b.id AND o.partner_id = ${partnerId ?? null}::text))
      AND (${after?.at ?? null}::timestamptz IS NULL OR (b.made_at, b.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
    ORDER BY b.made_at DESC, b.id DESC LIMIT ${limit}`.execute(tx.db);
  return rows;
}

export async function saveApproval(
  tx: Tx,
  id: Id<'payout_batch'>,
  as: 'first' | 'second',
  completes: boolean,
): Promise<void> {
  const columns =
    as === 'first'
      ? sql`approved_at = ${tx.now()}, approved_by = ${tx.actor.id}`
      : sql`second_at = ${tx.now()}, second_by = ${tx.actor.id}`;
  await sql`
    UPDATE payouts.payout_batch SET ${columns}, state = ${completes ? 'approved' : 'draft'}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function saveSent(tx: Tx, id: Id<'payout_batch'>): Promise<void> {
  await sql`
    UPDATE payouts.payout_batch SET state = 'sent', sent_at = ${tx.now()}, sent_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function saveFinished(
  tx: Tx,
  id: Id<'payout_batch'>,
  end: { state: 'paid' } | { state: 'cancelled'; reason: string },
): Promise<void> {
  await sql`
    UPDATE payouts.payout_batch
    SET state = ${end.state}, finished_at = ${tx.now()}, finished_by = ${tx.actor.id},
        cancel_reason = ${end.state === 'cancelled' ? end.reason : null}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export interface BlockedRow {
  readonly partnerId: Id<'partner'>;
  readonly amountMinor: bigint;
  readonly reasons: readonly Blocked[];
}

export async function insertBlocked(
  tx: Tx,
  batchId: Id<'payout_batch'>,
  rows: readonly BlockedRow[],
): Promise<void> {
  await sql`
    INSERT INTO payouts.payout_blocked (workspace_id, batch_id, partner_id, amount_minor, reasons)
    SELECT ${tx.workspaceId}::uuid, ${batchId}, r.partner_id, r.amount_minor, r.reasons
    FROM unnest(${rows.map((row) => row.partnerId)}::text[], ${rows.map((row) => row.amountMinor.toString())}::bigint[],
      ${rows.map((row) => JSON.stringify(row.reasons))}::jsonb[]) AS r(partner_id, amount_minor, reasons)`.execute(
    tx.db,
  );
}

export async function listBlocked(
  tx: Tx,
  batchId: Id<'payout_batch'>,
  page: { after?: string | undefined; limit: number },
): Promise<(BlockedRow & { partnerName: string })[]> {
  const { rows } = await sql<BlockedRow & { partnerName: string }>`
    SELECT b.partner_id AS "partnerId", d.name AS "partnerName", b.amount_minor AS "amountMinor", b.reasons
    FROM payouts.payout_blocked b JOIN directory.v_partner d ON d.workspace_id = b.workspace_id AND d.id = b.partner_id
    WHERE b.workspace_id = ${tx.workspaceId}::uuid AND b.batch_id = ${batchId}
      AND (${page.after ?? null}::text IS NULL OR b.partner_id > ${page.after ?? null}::text)
    ORDER BY b.partner_id LIMIT ${page.limit}`.execute(tx.db);
  return rows;
}
