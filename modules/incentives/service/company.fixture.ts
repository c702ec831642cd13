import { sql } from 'kysely';
import { openAgreements } from '@mosty/agreements';
import { importClients, importPartners } from '@mosty/directory';
import type { NewSale } from '@mosty/deals';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import type { Pay } from '../contract/terms.ts';
import { terms } from '../domain/terms.fixture.ts';
import { assignScheme } from './assign-schemes.ts';
import { draftScheme } from './draft-scheme.ts';
import { publishVersion } from './publish-version.ts';

type Rest = Parameters<typeof terms>[1];

/** A company for tests: partners that are paid by schemes and keep clients. Named by short words. */
export interface Company {
  readonly world: World;
  readonly ctx: Context;
  /** A partner `name` with its agreement and scheme, keeping the client `name`-client. */
  partner(name: string, pay: Pay | Pay[], rest?: Rest): Promise<Partner>;
  scheme(pay: Pay | Pay[], rest?: Rest, from?: string): Promise<Id<'scheme'>>;
  close(): Promise<void>;
}

export interface Partner {
  readonly id: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly schemeId: Id<'scheme'>;
  readonly client: string;
}

export async function company(): Promise<Company> {
  const db = await testDatabase();
  const world = await testWorkspace(db);
  const ctx = world.system;
  const head = world.contextOf('head');

  async function scheme(pay: Pay | Pay[], rest: Rest = {}, from = '2025-01-01'): Promise<Id<'scheme'>> {
    const draft = await draftScheme(head, {
      name: 'Схема',
      terms: terms(pay, rest),
      validFrom: businessDate(from),
    });
    await publishVersion(world.contextOf('owner'), { versionId: draft.versionId });
    return draft.schemeId;
  }

  async function agreementOf(partnerId: string): Promise<Id<'agreement'>> {
    const day = businessDate('2025-01-01');
    const opened = await openAgreements(ctx, [
      { partnerId, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
    ]);
    const [one] = opened;
    if (!one || one.outcome === 'refused') throw new Error(`no agreement: ${JSON.stringify(one)}`);
    return one.id;
  }

  return {
    world,
    ctx,
    scheme,
    async partner(name, pay, rest) {
      const [row] = await importPartners(ctx, [{ externalId: name, name }]);
      if (!row || row.outcome === 'refused') throw new Error('no partner');
      const agreementId = await agreementOf(row.id);
      const client = `${name}-client`;
      await importClients(ctx, [{ externalId: client, name: client, keeperPartnerExternalId: name }]);
      const schemeId = await scheme(pay, rest);
      await assignScheme(head, { agreementId, schemeId, validFrom: businessDate('2025-01-01') });
      return { id: row.id as Id<'partner'>, agreementId, schemeId, client };
    },
    async close() {
      await world.close();
      await db.drop();
    },
  };
}

let sales = 0;

/** A sale of whole roubles to the partner's client, on the 1st of March 2026 unless told. */
export function saleTo(
  partner: Pick<Partner, 'client'>,
  rubles: number,
  over: Partial<NewSale> = {},
): NewSale {
  sales += 1;
  return {
    externalId: `T${sales}`,
    clientExternalId: partner.client,
    occurredAt: new Date('2026-03-01T09:00:00Z'),
    currency: 'RUB',
    amountMicro: BigInt(Math.round(rubles * 100)) * 1_000_000n,
    ...over,
  };
}

export interface SeenAccrual {
  readonly id: Id<'accrual'>;
  readonly kind: string;
  readonly amount: bigint;
  readonly state: string;
  readonly carried: boolean;
  readonly codes: readonly string[];
  readonly sale: string | null;
  readonly period: string;
}

/** Accruals of a partner in the order they were recorded. */
export async function accrualsOf(ctx: Context, partnerId: string): Promise<SeenAccrual[]> {
  const { rows } = await look(ctx, (tx) =>
    sql<SeenAccrual>`
      SELECT a.id, a.kind, a.amount_minor AS amount, a.state, a.carried, s.external_id AS sale, a.period,
             (SELECT array_agg(l->>'code') FROM jsonb_array_elements(a.explanation->'lines') l) AS codes
      FROM incentives.v_accrual a
      LEFT JOIN deals.v_sale s ON s.workspace_id = a.workspace_id AND s.id = a.sale_id
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.partner_id = ${partnerId} ORDER BY a.recorded_at, a.effective_at, length(s.external_id), s.external_id, a.id`.execute(
      tx.db,
    ),
  );
  return rows;
}

/**
 * What must always hold (money.md 12): each bucket of the ledger is the sum of the accruals that lie in it, the
 * expense is the sum of all, and the tallies are the sums they stand for. Answers what differs.
 */
export async function whatIsOff(ctx: Context): Promise<unknown[]> {
  const { rows } = await look(ctx, (tx) =>
    sql`
      WITH lies AS (
        SELECT partner_id, currency, amount_minor, CASE
            WHEN carried THEN 'clawback_receivable' WHEN state = 'pending' THEN 'partner_pending'
            WHEN state = 'on_hold' THEN 'partner_on_hold' ELSE 'partner_available' END AS kind
        FROM incentives.accrual WHERE state IN ('pending', 'on_hold', 'approved')
      ), ours AS (
        SELECT partner_id, currency, kind, -sum(amount_minor) AS minor FROM lies GROUP BY 1, 2, 3
        UNION ALL
        SELECT '', currency, CASE WHEN fee_for IS NULL THEN 'commission_expense' ELSE 'fee_expense' END, sum(amount_minor)
        FROM incentives.accrual GROUP BY 2, 3
      ), theirs AS (
        SELECT COALESCE(partner_id, '') AS partner_id, currency, kind, amount_minor AS minor FROM ledger.v_balance
        WHERE kind IN ('clawback_receivable', 'partner_pending', 'partner_on_hold', 'partner_available',
          'commission_expense', 'fee_expense')
      ), counted AS (
        SELECT agreement_id, role, to_char(effective_at AT TIME ZONE ${tx.zone}, 'YYYY-MM') AS month, currency,
               sum(tally_micro) AS micro, sum(tally_count) AS count, sum(amount_minor) AS minor
        FROM incentives.accrual WHERE fee_for IS NULL GROUP BY 1, 2, 3, 4
      )
      SELECT 'ledger' AS what, o.minor::text AS ours, t.minor::text AS theirs, kind, partner_id
      FROM ours o FULL JOIN theirs t USING (partner_id, currency, kind)
      WHERE COALESCE(o.minor, 0) <> COALESCE(t.minor, 0)
      UNION ALL
      SELECT 'tally', c.micro::text, t.base_micro::text, month, agreement_id
      FROM counted c FULL JOIN incentives.tally t USING (agreement_id, role, month, currency)
      WHERE (COALESCE(c.micro, 0), COALESCE(c.count, 0), COALESCE(c.minor, 0))
        <> (COALESCE(t.base_micro, 0), COALESCE(t.sale_count, 0), COALESCE(t.amount_minor, 0))`.execute(
      tx.db,
    ),
  );
  return rows;
}
