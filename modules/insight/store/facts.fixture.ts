import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Book, ReportingClass } from '../contract/class.ts';

/**
 * Facts for tests, written straight into the tables the views publish: a report is judged by what it makes of any
 * facts at all, also of those the verbs of today would not write.
 */
export interface Facts {
  readonly partners?: readonly { id: string; name: string }[];
  readonly agreements?: readonly AgreementFact[];
  readonly promises?: readonly {
    id: string;
    agreementId: string;
    partnerId: string;
    outcome: 'kept' | 'missed' | null;
    at: string | null;
  }[];
  readonly clients?: readonly { id: string; name: string }[];
  readonly sales?: readonly SaleFact[];
  readonly refunds?: readonly RefundFact[];
  readonly participants?: readonly ParticipantFact[];
  readonly accruals?: readonly AccrualFact[];
  readonly costs?: readonly CostFact[];
  /** What of the price always remains. */
  readonly floorPpm?: number;
}

export interface AgreementFact {
  readonly id: string;
  readonly partnerId: string;
  readonly class: ReportingClass;
  readonly acceptedAt: string | null;
  readonly launchedOn: string | null;
  readonly endedAt?: string | null;
}

export interface SaleFact {
  readonly id: string;
  readonly clientId: string | null;
  readonly at: string;
  readonly minor: number;
  readonly currency?: string;
  readonly goodsMinor?: number | null;
  readonly listMinor?: number | null;
  /** Names of its positions. */
  readonly skus?: readonly string[];
}

export interface RefundFact {
  readonly id: string;
  readonly saleId: string | null;
  readonly clientId: string | null;
  readonly at: string;
  readonly minor: number;
  readonly matched: boolean;
}

export interface ParticipantFact {
  readonly id: string;
  readonly saleId: string | null;
  readonly refundId?: string | null;
  readonly partnerId: string;
  readonly agreementId: string;
  readonly class: ReportingClass;
  readonly role: string;
}

export interface AccrualFact {
  readonly id: string;
  readonly saleId: string | null;
  readonly partnerId: string;
  readonly agreementId: string;
  readonly class: ReportingClass;
  readonly at: string;
  readonly minor: number;
  readonly state?: string;
  readonly kind?: 'commission' | 'clawback';
}

export interface CostFact {
  readonly id: string;
  readonly partnerId: string | null;
  readonly class: ReportingClass;
  readonly on: string;
  readonly minor: number;
}

export type BookAmounts = Readonly<Record<Book, number>>;

export async function plantFacts(tx: Tx, facts: Facts): Promise<void> {
  const ws = sql`${tx.workspaceId}::uuid`;
  const now = tx.now();
  const rows = (list: readonly unknown[] | undefined) =>
    sql`jsonb_to_recordset(${JSON.stringify(list ?? [])}::jsonb)`;
  await sql`
    INSERT INTO directory.partner (workspace_id, id, name, search_text, name_key, created_at)
    SELECT ${ws}, r.id, r.name, lower(r.name), lower(r.name), ${now} FROM ${rows(facts.partners)} AS r(id text, name text)`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO directory.client (workspace_id, id, name, search_text, name_key, created_at)
    SELECT ${ws}, r.id, r.name, lower(r.name), lower(r.name), ${now} FROM ${rows(facts.clients)} AS r(id text, name text)`.execute(
    tx.db,
  );
  await plantAgreements(tx, facts);
  if (facts.floorPpm !== undefined) {
    await sql`
      INSERT INTO tracking.price_rule (workspace_id, floor_ppm, our_discount_ppm, set_at, set_by)
      VALUES (${ws}, ${facts.floorPpm}, 0, ${now}, 'test')
      ON CONFLICT (workspace_id) DO UPDATE SET floor_ppm = EXCLUDED.floor_ppm`.execute(tx.db);
  }
  await sql`
    INSERT INTO deals.sale (workspace_id, id, source, external_id, client_id, occurred_at, recorded_at, currency,
      amount_micro, amount_minor, cost_minor, list_minor, line_count)
    SELECT ${ws}, r.id, 'test', r.id, r."clientId", r.at, ${now}, COALESCE(r.currency, 'RUB'), r.minor * 1000000, r.minor, r."goodsMinor",
      r."listMinor", COALESCE(jsonb_array_length(r.skus), 0)
    FROM ${rows(facts.sales)} AS r(id text, "clientId" text, at timestamptz, currency text, minor bigint, "goodsMinor" bigint,
      "listMinor" bigint, skus jsonb)`.execute(tx.db);
  await sql`
    INSERT INTO deals.sale_line (workspace_id, sale_id, position, sku, quantity, price, amount_micro)
    SELECT ${ws}, r.id, l.place, l.sku, 1, 0, 0
    FROM ${rows(facts.sales)} AS r(id text, skus jsonb), jsonb_array_elements_text(r.skus) WITH ORDINALITY AS l(sku, place)`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO deals.refund (workspace_id, id, source, external_id, sale_id, client_id, link, occurred_at, recorded_at, currency,
      amount_micro, amount_minor, matched_at)
    SELECT ${ws}, r.id, 'test', r.id, r."saleId", r."clientId", CASE WHEN r."saleId" IS NULL THEN 'client' ELSE 'sale' END, r.at,
      ${now}, 'RUB', r.minor * 1000000, r.minor, CASE WHEN r.matched THEN ${now}::timestamptz END
    FROM ${rows(facts.refunds)} AS r(id text, "saleId" text, "clientId" text, at timestamptz, minor bigint, matched boolean)`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO attribution.participant (workspace_id, id, sale_id, refund_id, partner_id, agreement_id, class, kind, role,
      share_ppm, rule, reason, created_at)
    SELECT ${ws}, r.id, r."saleId", r."refundId", r."partnerId", r."agreementId", r.class, 'agent', r.role, 1000000, 'keeper', '{}', ${now}
    FROM ${rows(facts.participants)} AS r(id text, "saleId" text, "refundId" text, "partnerId" text, "agreementId" text, class text, role text)`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO incentives.accrual (workspace_id, id, sale_id, partner_id, agreement_id, class, role, share_ppm, kind, base_micro,
      currency, amount_minor, rounding, explanation, tally_micro, tally_count, effective_at, recorded_at, period, approval,
      matures_on, state, paid_at)
    SELECT ${ws}, r.id, r."saleId", r."partnerId", r."agreementId", r.class, 'source', 1000000, COALESCE(r.kind, 'commission'), 0, 'RUB', r.minor,
      'half_away_from_zero', '{}', 0, 1, r.at, ${now}, to_char(r.at, 'YYYY-MM'), 'auto', r.at::date, COALESCE(r.state, 'pending'),
      CASE WHEN r.state = 'paid' THEN r.at END
    FROM ${rows(facts.accruals)} AS r(id text, "saleId" text, "partnerId" text, "agreementId" text, class text, at timestamptz,
      minor bigint, state text, kind text)`.execute(tx.db);
  await sql`
    INSERT INTO deals.cost (workspace_id, id, source, external_id, partner_id, class, kind, occurred_on, recorded_at, currency, amount_minor)
    SELECT ${ws}, r.id, 'test', r.id, r."partnerId", r.class, 'team', r."on", ${now}, 'RUB', r.minor
    FROM ${rows(facts.costs)} AS r(id text, "partnerId" text, class text, "on" date, minor bigint)`.execute(
    tx.db,
  );
}

async function plantAgreements(tx: Tx, facts: Facts): Promise<void> {
  const ws = sql`${tx.workspaceId}::uuid`;
  const now = tx.now();
  // A referral agreement needs its client, who paid and agreed to tell (S2.7): one is made for each.
  const agreements = (facts.agreements ?? []).map((agreement, place) => ({
    ...agreement,
    clientId: agreement.class === 'referral' ? `cus_of_${agreement.id}` : null,
    kind: { referral: 'client', partner_sales: 'agent', alliance: 'ally' }[agreement.class],
    number: String(place),
  }));
  const rows = (list: readonly unknown[]) => sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb)`;
  await sql`
    INSERT INTO directory.client (workspace_id, id, name, search_text, name_key, created_at, first_paid_at,
      result_confirmed_at, result_evidence, satisfied, consent_at)
    SELECT ${ws}, r."clientId", r."clientId", r."clientId", r."clientId", ${now}, '2020-01-01', '2020-01-01', 'test', true, '2020-01-01'
    FROM ${rows(agreements.filter((agreement) => agreement.clientId))} AS r("clientId" text)`.execute(tx.db);
  await sql`
    INSERT INTO agreements.agreement (workspace_id, id, partner_id, class, kind, number, client_id, starts_on, created_at,
      accepted_at, signed_on, launched_on, ended_at, end_reason)
    SELECT ${ws}, r.id, r."partnerId", r.class, r.kind, r.number, r."clientId", COALESCE(r."launchedOn", '2025-01-01'), ${now},
      r."acceptedAt", r."acceptedAt"::date, r."launchedOn", r."endedAt", CASE WHEN r."endedAt" IS NOT NULL THEN 'test' END
    FROM ${rows(agreements)} AS r(id text, "partnerId" text, class text, kind text, number text, "clientId" text,
      "acceptedAt" timestamptz, "launchedOn" date, "endedAt" timestamptz)`.execute(tx.db);
  await sql`
    INSERT INTO agreements.promise (workspace_id, id, agreement_id, partner_id, side, words, created_at, outcome, outcome_at, outcome_note)
    SELECT ${ws}, r.id, r."agreementId", r."partnerId", 'theirs', 'test', ${now}, r.outcome, r.at, CASE WHEN r.outcome = 'missed' THEN 'test' END
    FROM ${rows(facts.promises ?? [])} AS r(id text, "agreementId" text, "partnerId" text, outcome text, at timestamptz)`.execute(
    tx.db,
  );
}

/** Takes sales back, as the undo of an import does. */
export async function takeBackSales(tx: Tx, saleIds: readonly string[]): Promise<void> {
  await sql`
    UPDATE deals.sale SET reversed_at = ${tx.now()}, reversal_reason = 'test'
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${[...saleIds]}::text[])`.execute(tx.db);
  await sql`
    UPDATE deals.refund SET sale_id = NULL, matched_at = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ANY(${[...saleIds]}::text[])`.execute(tx.db);
  await sql`
    UPDATE attribution.participant SET withdrawn_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND sale_id = ANY(${[...saleIds]}::text[])`.execute(tx.db);
}

export async function takeBackRefunds(tx: Tx, refundIds: readonly string[]): Promise<void> {
  await sql`
    UPDATE deals.refund SET reversed_at = ${tx.now()}, reversal_reason = 'test'
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${[...refundIds]}::text[])`.execute(tx.db);
}

/** Everything the roll-ups hold, except when they were made. */
export async function dumpRollups(tx: Tx): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  for (const table of [
    'class_day',
    'partner_day',
    'partner_month',
    'partner_life',
    'class_month',
    'client_life',
    'check_day',
    'harm_day',
    'unmatched_day',
  ]) {
    const { rows } = await sql<{ row: unknown }>`
      SELECT to_jsonb(t) - 'workspace_id' AS row FROM ${sql.table(`insight.${table}`)} t
      WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY to_jsonb(t)::text COLLATE "C"`.execute(tx.db);
    dump[table] = rows.map(({ row }) => row);
  }
  return dump;
}
