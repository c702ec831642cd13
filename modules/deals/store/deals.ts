import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { DealChannel, DealKind, Doubt, HandoverBasis, Outcome, Registration } from '../contract/deal.ts';

export interface DealRecord {
  readonly id: Id<'deal'>;
  readonly number: number;
  readonly clientId: Id<'client'> | null;
  readonly title: string;
  readonly kind: DealKind;
  readonly expandsDealId: Id<'deal'> | null;
  readonly partnerId: Id<'partner'> | null;
  readonly agreementId: Id<'agreement'> | null;
  readonly namedRegistrant: string | null;
  readonly channel: DealChannel;
  readonly source: string | null;
  readonly externalId: string | null;
  readonly registration: Registration;
  readonly registeredAt: Date | null;
  readonly answerDueAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly protectedUntil: BusinessDate | null;
  readonly extendedTimes: number;
  readonly yieldsToDealId: Id<'deal'> | null;
  readonly doubt: Doubt | null;
  readonly handoverBasis: HandoverBasis | null;
  readonly clientConfirmedAt: Date | null;
  readonly stage: string;
  readonly openStage: string;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  readonly nextStep: string | null;
  readonly nextStepOn: BusinessDate | null;
  readonly movedAt: Date;
  readonly expectedOn: BusinessDate | null;
  readonly closedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly lostReason: string | null;
  readonly ownerMemberId: Id<'member'> | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Field of a record → column and type: the same list reads, writes and rewrites a deal. */
const COLUMNS = {
  id: ['id', 'text'],
  number: ['number', 'int'],
  clientId: ['client_id', 'text'],
  title: ['title', 'text'],
  kind: ['kind', 'text'],
  expandsDealId: ['expands_deal_id', 'text'],
  partnerId: ['partner_id', 'text'],
  agreementId: ['agreement_id', 'text'],
  namedRegistrant: ['named_registrant', 'text'],
  channel: ['channel', 'text'],
  source: ['source', 'text'],
  externalId: ['external_id', 'text'],
  registration: ['registration', 'text'],
  registeredAt: ['registered_at', 'timestamptz'],
  answerDueAt: ['answer_due_at', 'timestamptz'],
  decidedAt: ['decided_at', 'timestamptz'],
  decidedBy: ['decided_by', 'text'],
  decisionReason: ['decision_reason', 'text'],
  protectedUntil: ['protected_until', 'date'],
  extendedTimes: ['extended_times', 'int'],
  yieldsToDealId: ['yields_to_deal_id', 'text'],
  doubt: ['doubt', 'text'],
  handoverBasis: ['handover_basis', 'text'],
  clientConfirmedAt: ['client_confirmed_at', 'timestamptz'],
  stage: ['stage', 'text'],
  openStage: ['open_stage', 'text'],
  amountMinor: ['amount_minor', 'bigint'],
  currency: ['currency', 'text'],
  nextStep: ['next_step', 'text'],
  nextStepOn: ['next_step_on', 'date'],
  movedAt: ['moved_at', 'timestamptz'],
  expectedOn: ['expected_on', 'date'],
  closedAt: ['closed_at', 'timestamptz'],
  outcome: ['outcome', 'text'],
  lostReason: ['lost_reason', 'text'],
  ownerMemberId: ['owner_member_id', 'text'],
  createdAt: ['created_at', 'timestamptz'],
  createdBy: ['created_by', 'text'],
} as const satisfies Record<keyof DealRecord, readonly [string, string]>;

/** Never change once written. */
const FIXED: ReadonlySet<string> = new Set([
  'id',
  'number',
  'channel',
  'source',
  'externalId',
  'createdAt',
  'createdBy',
]);
const FIELDS = Object.entries(COLUMNS);
const list = (parts: string[]) => sql.raw(parts.join(', '));
export const DEAL_COLUMNS = list(FIELDS.map(([field, [column]]) => `d.${column} AS "${field}"`));
const NAMES = list(FIELDS.map(([, [column]]) => column));
const VALUES = list(FIELDS.map(([field]) => `r."${field}"`));
const SHAPE = list(FIELDS.map(([field, [, type]]) => `"${field}" ${type}`));
const CHANGES = list(
  FIELDS.filter(([field]) => !FIXED.has(field)).map(([field, [column]]) => `${column} = r."${field}"`),
);

function told(deals: readonly DealRecord[]): string {
  return JSON.stringify(
    deals.map((deal) => ({ ...deal, amountMinor: deal.amountMinor?.toString() ?? null })),
  );
}

/** Answers the ids that were written: a key of a source that is known already is not written twice. */
export async function insertDeals(tx: Tx, deals: readonly DealRecord[]): Promise<Set<string>> {
  if (deals.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    INSERT INTO deals.deal (workspace_id, ${NAMES})
    SELECT ${tx.workspaceId}::uuid, ${VALUES} FROM jsonb_to_recordset(${told(deals)}::jsonb) AS r(${SHAPE})
    ON CONFLICT (workspace_id, source, external_id) WHERE external_id IS NOT NULL DO NOTHING
    RETURNING id`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

export async function saveDeals(tx: Tx, deals: readonly DealRecord[]): Promise<void> {
  if (deals.length === 0) return;
  await sql`
    UPDATE deals.deal d SET ${CHANGES} FROM jsonb_to_recordset(${told(deals)}::jsonb) AS r(${SHAPE})
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.id = r.id`.execute(tx.db);
}

export async function selectDeals(
  tx: Tx,
  where: RawBuilder<unknown>,
  tail: RawBuilder<unknown> = sql``,
): Promise<DealRecord[]> {
  const { rows } = await sql<DealRecord>`
    SELECT ${DEAL_COLUMNS} FROM deals.deal d
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND ${where} ${tail}`.execute(tx.db);
  return rows;
}

export function dealsById(tx: Tx, ids: readonly string[]): Promise<DealRecord[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return selectDeals(tx, sql`d.id = ANY(${ids}::text[])`);
}

/** In the order of ids, so that two batches never wait in a circle. */
export function lockDeals(tx: Tx, ids: readonly string[]): Promise<DealRecord[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return selectDeals(tx, sql`d.id = ANY(${ids}::text[])`, sql`ORDER BY d.id FOR UPDATE`);
}

export function dealsOfClients(tx: Tx, clientIds: readonly string[]): Promise<DealRecord[]> {
  if (clientIds.length === 0) return Promise.resolve([]);
  return selectDeals(
    tx,
    sql`d.client_id = ANY(${clientIds}::text[])`,
    sql`ORDER BY d.registered_at, d.number`,
  );
}

export function dealsByKey(tx: Tx, source: string, externalIds: readonly string[]): Promise<DealRecord[]> {
  if (externalIds.length === 0) return Promise.resolve([]);
  return selectDeals(tx, sql`d.source = ${source} AND d.external_id = ANY(${externalIds}::text[])`);
}

/** Deals that a number may mean: those told under it by any source, and the one whose own id it is. */
export async function dealsByNumber(
  tx: Tx,
  numbers: readonly string[],
): Promise<Pick<DealRecord, 'id' | 'source' | 'externalId'>[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<Pick<DealRecord, 'id' | 'source' | 'externalId'>>`
    SELECT id, source, external_id AS "externalId" FROM deals.deal
    WHERE workspace_id = ${tx.workspaceId}::uuid
      AND (external_id = ANY(${numbers}::text[]) OR id = ANY(${numbers}::text[]))`.execute(tx.db);
  return rows;
}

/** Those that came second to these. */
export function dealsYieldingTo(tx: Tx, ids: readonly string[]): Promise<DealRecord[]> {
  return selectDeals(
    tx,
    sql`d.yields_to_deal_id = ANY(${ids}::text[]) AND d.registration = 'conflicted'`,
    sql`ORDER BY d.id FOR UPDATE`,
  );
}

export function dealsToExpire(tx: Tx, today: BusinessDate, limit: number): Promise<DealRecord[]> {
  return selectDeals(
    tx,
    sql`d.registration = 'approved' AND d.outcome IS NULL AND d.protected_until < ${today}::date`,
    sql`ORDER BY d.id LIMIT ${limit} FOR UPDATE`,
  );
}

/**
 * Registrations and decisions of one company go one after another: of two partners with one client the earlier stands,
 * and neither sees the other before the commit. Held until it. They are rare; sales are not held by it.
 */
export async function countOpenOf(
  tx: Tx,
  partnerId: string,
  states: readonly Registration[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM deals.deal
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND outcome IS NULL
      AND registration = ANY(${states}::text[])`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

export async function holdRegistrations(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('deals.registration:' || ${tx.workspaceId}, 0))`.execute(
    tx.db,
  );
}

/** The numbers to give from; under `holdRegistrations`. */
export async function lastNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(number) AS last FROM deals.deal WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0]?.last ?? 0;
}
