import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgreements } from '@mosty/agreements';
import { importDeals, type ImportedDeals, type ToldDeal } from '@mosty/deals';
import { importPartners } from '@mosty/directory';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';

/**
 * 8,800 opportunities of a CRM become deals. Its sales agents stand for partners: many of them work with one account at
 * the same time, and who was there first is what a registration settles.
 */
const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const PIPELINE = path.join(DATA, 'crm-sales/sales_pipeline.csv.gz');
const REFERENCE = path.join(DATA, 'reference-answers/crm-sales.json');
const PROTECTION_DAYS = 90;
const AT_ONCE = 1_000;

interface Row {
  readonly opportunity_id: string;
  readonly sales_agent: string;
  readonly product: string;
  readonly account: string;
  readonly deal_stage: 'Won' | 'Lost' | 'Engaging' | 'Prospecting';
  readonly engage_date: string;
  readonly close_date: string;
  readonly close_value: string;
}

interface Reference {
  readonly rows: number;
  readonly stages: Readonly<Record<Row['deal_stage'], number>>;
  readonly win_rate_of_closed: number;
  readonly won_value: number;
  readonly avg_won_value: number;
  readonly rows_without_account: number;
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function toldBy(row: Row): ToldDeal {
  const closed = row.deal_stage === 'Won' || row.deal_stage === 'Lost';
  return {
    externalId: row.opportunity_id,
    title: `${row.account || 'No account'}: ${row.product}`,
    ...(row.account ? { clientExternalId: row.account, clientName: row.account } : {}),
    partner: row.sales_agent,
    ...(row.engage_date ? { registeredAt: noon(row.engage_date) } : {}),
    ...(row.close_date ? { closedAt: noon(row.close_date) } : {}),
    ...(closed ? { outcome: row.deal_stage === 'Won' ? ('won' as const) : ('lost' as const) } : {}),
    ...(row.deal_stage === 'Engaging' ? { stage: 'talk' } : {}),
    ...(row.close_value ? { amountMinor: BigInt(row.close_value) * 100n } : {}),
  };
}

/** Who came second, counted by hand over all pairs of one account, without the code under test. */
function overlapsByHand(rows: readonly Row[]): Set<string> {
  const second = new Set<string>();
  const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  for (const account of Map.groupBy(rows, (row) => row.account).values()) {
    const dated = account
      .filter((row) => row.account && row.engage_date)
      .map((row) => {
        const from = days(row.engage_date);
        const promised = from + PROTECTION_DAYS;
        return { row, from, until: row.close_date ? Math.min(days(row.close_date), promised) : promised };
      });
    for (const [place, { row, from }] of dated.entries()) {
      const stood = dated
        .slice(0, place)
        .some(
          (other) =>
            other.row.sales_agent !== row.sales_agent &&
            !second.has(other.row.opportunity_id) &&
            other.until >= from,
        );
      if (stood) second.add(row.opportunity_id);
    }
  }
  return second;
}

describe.skipIf(!existsSync(PIPELINE))('CRM sales opportunities become deals', () => {
  let db: TestDatabase;
  let world: World;
  let rows: Row[];
  let expected: Reference;
  let outcome: ImportedDeals;

  beforeAll(async () => {
    db = await testDatabase();
    world = await testWorkspace(db, {
      zone: 'UTC',
      currency: 'USD',
      startAt: new Date('2018-01-08T09:00:00Z'),
    });
    rows = parse(gunzipSync(readFileSync(PIPELINE)).toString('utf8'), { columns: true });
    // In the order of the days, ties as in the file: so one day has one first.
    rows = rows.toSorted((a, b) =>
      a.engage_date < b.engage_date ? -1 : a.engage_date > b.engage_date ? 1 : 0,
    );
    expected = JSON.parse(readFileSync(REFERENCE, 'utf8')) as Reference;
    const agents = [...new Set(rows.map((row) => row.sales_agent))];
    const partners = await importPartners(
      world.system,
      agents.map((name) => ({ name })),
    );
    const day = businessDate('2016-01-01');
    await openAgreements(
      world.system,
      partners.map((partner) => ({
        partnerId: 'id' in partner ? partner.id : '',
        class: 'partner_sales' as const,
        kind: 'agent' as const,
        startsOn: day,
        signedOn: day,
        launchedOn: day,
      })),
    );
    outcome = await importDeals(world.system, { source: 'crm', deals: rows.map(toldBy) });
  }, 120_000);
  afterAll(async () => {
    await world?.close();
    await db?.drop();
  });

  it('all of them, with the stages, sums and gaps of the reference', async () => {
    expect(outcome).toMatchObject({ recorded: expected.rows, known: 0 });
    const told = await look(world.system, async (tx) => {
      const { rows: found } = await sql<Record<string, bigint>>`
        SELECT count(*) AS rows, count(*) FILTER (WHERE outcome = 'won') AS won, count(*) FILTER (WHERE outcome = 'lost') AS lost,
          count(*) FILTER (WHERE stage = 'talk') AS engaging, count(*) FILTER (WHERE stage = 'new') AS prospecting,
          sum(amount_minor) FILTER (WHERE outcome = 'won')::bigint AS value, count(*) FILTER (WHERE client_id IS NULL) AS nameless,
          count(DISTINCT client_id) AS clients, count(DISTINCT number) AS numbers
        FROM deals.deal WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
      return found[0];
    });
    expect(told).toEqual({
      rows: BigInt(expected.rows),
      won: BigInt(expected.stages.Won),
      lost: BigInt(expected.stages.Lost),
      engaging: BigInt(expected.stages.Engaging),
      prospecting: BigInt(expected.stages.Prospecting),
      value: BigInt(expected.won_value) * 100n,
      nameless: BigInt(expected.rows_without_account),
      clients: 85n,
      numbers: BigInt(expected.rows),
    });
    const closed = Number(told?.['won']) + Number(told?.['lost']);
    expect(Number(told?.['won']) / closed).toBeCloseTo(expected.win_rate_of_closed, 12);
    expect(Number(told?.['value']) / 100 / Number(told?.['won'])).toBeCloseTo(expected.avg_won_value, 8);
  });

  it('agents who overlapped on one account are reported, each with the deal that stood before', async () => {
    const byHand = overlapsByHand(rows);
    expect(new Set(outcome.conflicts.map(({ externalId }) => externalId))).toEqual(byHand);
    expect(byHand.size).toBeGreaterThan(1_000);
    const wrong = await look(world.system, async (tx) => {
      const { rows: found } = await sql`
        SELECT d.number FROM deals.deal d
        JOIN deals.deal e ON e.workspace_id = d.workspace_id AND e.id = d.yields_to_deal_id
        WHERE d.workspace_id = ${tx.workspaceId}::uuid
          AND (e.client_id <> d.client_id OR e.partner_id = d.partner_id OR e.registered_at > d.registered_at)`.execute(
        tx.db,
      );
      return found;
    });
    expect(wrong).toEqual([]);
  });

  it('told again, in pieces, nothing is there twice', async () => {
    let known = 0;
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const again = await importDeals(world.system, {
        source: 'crm',
        deals: rows.slice(from, from + AT_ONCE).map(toldBy),
      });
      expect(again).toMatchObject({ recorded: 0, conflicts: [] });
      known += again.known;
    }
    expect(known).toBe(expected.rows);
  });
});
