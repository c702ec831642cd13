import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { ReportingClass } from '../../contract/class.ts';

export interface DealFact {
  readonly id: string;
  readonly kind?: 'new' | 'expansion' | 'cross_sell';
  readonly registeredAt: string;
  readonly closedAt: string;
  readonly outcome: 'won' | 'lost';
  /** Who brought it, or nobody: our own. */
  readonly source?: {
    readonly partnerId: string;
    readonly agreementId: string;
    readonly class: ReportingClass;
  };
  readonly expandedBy?: {
    readonly partnerId: string;
    readonly agreementId: string;
    readonly class: ReportingClass;
  };
  /** The sale it became. */
  readonly saleId?: string;
  readonly scenarioId?: string;
  readonly measuredOn?: string;
}

/** Deals for tests, straight into the tables the views publish. */
export async function plantDeals(tx: Tx, deals: readonly DealFact[], scenarios: readonly string[] = []) {
  const ws = sql`${tx.workspaceId}::uuid`;
  const now = tx.now();
  const rows = (list: readonly unknown[]) => sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb)`;
  await sql`
    INSERT INTO deals.deal (workspace_id, id, number, title, kind, partner_id, agreement_id, channel, registration, registered_at,
      protected_until, stage, open_stage, currency, moved_at, closed_at, outcome, created_at, created_by)
    SELECT ${ws}, r.id, r.number, r.id, COALESCE(r.kind, 'new'), r.source->>'partnerId', r.source->>'agreementId', 'manager', 'none',
      r."registeredAt", NULL, 'won', 'talk', 'RUB', r."closedAt", r."closedAt", r.outcome, r."registeredAt", 'test'
    FROM ${rows(deals.map((deal, place) => ({ ...deal, number: place + 1 })))} AS r(id text, number int, kind text, source jsonb,
      "registeredAt" timestamptz, "closedAt" timestamptz, outcome text)`.execute(tx.db);
  const parts = deals.flatMap((deal) => [
    ...(deal.source ? [{ ...deal.source, dealId: deal.id, role: 'source' }] : []),
    ...(deal.expandedBy ? [{ ...deal.expandedBy, dealId: deal.id, role: 'expand' }] : []),
  ]);
  await sql`
    INSERT INTO deals.deal_participant (workspace_id, id, deal_id, partner_id, agreement_id, class, role, share_ppm, added_at, added_by)
    SELECT ${ws}, 'dpt_' || r."dealId" || r.role, r."dealId", r."partnerId", r."agreementId", r.class, r.role, 1000000, ${now}, 'test'
    FROM ${rows(parts)} AS r("dealId" text, "partnerId" text, "agreementId" text, class text, role text)`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO deals.deal_sale (workspace_id, sale_id, deal_id, linked_at, linked_by)
    SELECT ${ws}, r."saleId", r.id, ${now}, 'test' FROM ${rows(deals.filter(({ saleId }) => saleId))} AS r(id text, "saleId" text)`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO scenarios.scenario (workspace_id, id, task, title, created_at, created_by)
    SELECT ${ws}, r.id, r.id, r.id, ${now}, 'test' FROM ${rows(scenarios.map((id) => ({ id })))} AS r(id text)`.execute(
    tx.db,
  );
  await sql`
    INSERT INTO scenarios.scenario_deal (workspace_id, deal_id, scenario_id, added_at, added_by, effect, evidence, measured_on)
    SELECT ${ws}, r.id, r."scenarioId", ${now}, 'test', CASE WHEN r."measuredOn" IS NOT NULL THEN 'better' END,
      CASE WHEN r."measuredOn" IS NOT NULL THEN 'shown' END, r."measuredOn"
    FROM ${rows(deals.filter(({ scenarioId }) => scenarioId))} AS r(id text, "scenarioId" text, "measuredOn" date)`.execute(
    tx.db,
  );
}

/** The segment a client's card names. */
export async function nameSegments(tx: Tx, segments: Readonly<Record<string, string>>): Promise<void> {
  await sql`
    UPDATE directory.client c SET segment = r.value
    FROM jsonb_each_text(${JSON.stringify(segments)}::jsonb) r
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.id = r.key`.execute(tx.db);
}
