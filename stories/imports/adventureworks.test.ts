import { temporaryFolder } from '@mosty/server/database';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftScheme, publishVersion } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import { readChannel, rebuildRollups } from '@mosty/insight';
import { importNow, openImportFolder } from '@mosty/integrations';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';

/**
 * Half a year of AdventureWorks through the public import: what resellers bought came through partners (their
 * salespeople), what was bought online came by itself. The honest report must say what the reference says.
 */
const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const ORDERS = path.join(DATA, 'adventureworks-2011/salesorderheader.csv.gz');
const REFERENCE = path.join(DATA, 'reference-answers/adventureworks-2011.json');

interface Reference {
  readonly total: {
    readonly reseller_orders: number;
    readonly reseller_subtotal: string;
    readonly online_orders: number;
    readonly online_subtotal: string;
    readonly partner_share: number;
    readonly avg_check_reseller: number;
    readonly avg_check_online: number;
  };
}

describe.skipIf(!existsSync(ORDERS))('AdventureWorks 2011, from files to the owner’s page', () => {
  const folder = temporaryFolder('mosty-adventureworks-');
  let db: TestDatabase;
  let world: World;
  let expected: Reference['total'];

  beforeAll(async () => {
    db = await testDatabase();
    world = await testWorkspace(db, {
      zone: 'UTC',
      currency: 'USD',
      startAt: new Date('2012-01-09T09:00:00Z'),
    });
    openImportFolder(folder);
    expected = (JSON.parse(readFileSync(REFERENCE, 'utf8')) as Reference).total;
    const owner = world.contextOf('owner');
    const terms = termsSchema.parse({
      format: 1,
      currency: null,
      holdDays: 0,
      pay: [{ kind: 'percent', ratePpm: 100_000 }],
    });
    const { versionId } = await draftScheme(owner, {
      name: 'Ten per cent',
      terms,
      validFrom: businessDate('2011-01-01'),
    });
    await publishVersion(world.contextOf('head'), { versionId });

    const orders = parse(gunzipSync(readFileSync(ORDERS)), { columns: true }) as { salespersonid: string }[];
    const salespeople = [...new Set(orders.map((order) => order.salespersonid).filter((id) => id !== ''))];
    const partners = path.join(folder, 'partners.csv');
    const rows = salespeople.map((id) => `${id},Salesperson ${id},reseller,Ten per cent,2011-01-01`);
    writeFileSync(partners, `partner_id,name,kind,scheme,agreement_date\n${rows.join('\n')}\n`);
    await importNow(owner, { path: partners, filename: 'partners.csv', kind: 'partners' });
    const { view } = await importNow(owner, {
      path: ORDERS,
      filename: 'salesorderheader.csv.gz',
      mapping: {
        kind: 'sales',
        source: 'adventureworks',
        columns: {
          externalId: 'salesorderid',
          occurredAt: 'orderdate',
          clientExternalId: 'customerid',
          amount: 'subtotal',
          vat: 'taxamt',
          partner: 'salespersonid',
        },
        constants: { currency: 'USD' },
      },
    });
    expect(view).toMatchObject({
      state: 'applied',
      found: { badRows: 0 },
      result: { created: 1_566, refused: 0 },
    });
    await rebuildRollups(world.system);
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await db.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('every order is there, partner and direct apart, to the ten-thousandth of a dollar', async () => {
    const { rows } = await look(world.system, (tx) =>
      sql<{ partner: boolean; orders: number; total: string }>`
        SELECT p.id IS NOT NULL AS partner, count(*)::int AS orders, round(sum(s.amount_micro) / 100000000, 4)::text AS total
        FROM deals.v_sale s LEFT JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id
        WHERE s.workspace_id = ${tx.workspaceId}::uuid GROUP BY 1 ORDER BY 1`.execute(tx.db),
    );
    expect(rows).toEqual([
      { partner: false, orders: expected.online_orders, total: expected.online_subtotal },
      { partner: true, orders: expected.reseller_orders, total: expected.reseller_subtotal },
    ]);
  });

  it('the owner’s page tells the same share of revenue and the same average checks (S3.30, S3.32)', async () => {
    const channel = await readChannel(world.contextOf('owner'), { from: '2011-05-01', to: '2012-01-01' });
    const share = channel.metrics.shares.find((measure) => measure.class === 'partner_sales');
    expect(Number(share?.value)).toBe(Math.round(expected.partner_share * 1_000_000));
    const check = (book: string) =>
      Number(channel.metrics.checks.find((measure) => measure.class === book)?.value);
    expect(check('partner_sales')).toBe(Math.round(expected.avg_check_reseller * 100));
    expect(check('direct')).toBe(Math.round(expected.avg_check_online * 100));
  });

  it('a second import of the same file adds nothing', async () => {
    const { view } = await importNow(world.contextOf('owner'), {
      path: ORDERS,
      filename: 'again.csv.gz',
      mapping: {
        kind: 'sales',
        source: 'adventureworks',
        columns: {
          externalId: 'salesorderid',
          occurredAt: 'orderdate',
          clientExternalId: 'customerid',
          amount: 'subtotal',
        },
        constants: { currency: 'USD' },
      },
    });
    expect(view).toMatchObject({ found: { states: { new: 0, known: 1_566 } }, result: { created: 0 } });
  });
});
