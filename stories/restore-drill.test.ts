import { temporaryFolder } from '@mosty/server/database';
import { readFileSync, rmSync, truncateSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile, placeOfFiles, storeFile } from '@mosty/files';
import { settleSales } from '@mosty/incentives';
import { verifyAudit } from '@mosty/kernel/audit';
import { look } from '@mosty/kernel/db';
import { ledgerVerdict } from '@mosty/ledger';
import { backup } from '@mosty/server/backup';
import { restore } from '@mosty/server/restore';
import { keepClicks } from '@mosty/tracking';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { smallCompany } from './api/company.ts';

/** trust.md: back up under load, restore, compare balances. */
let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
const folder = temporaryFolder('mosty-drill-');
const file = path.join(folder, 'mosty.backup');

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  await smallCompany(world, 'строка\u2028с разделителем\tи\\чертой');
  await visit(new Date('2024-02-29T20:59:59.999Z'));
});

/** In a month of its own, which the restored database does not have by itself. */
const visit = (clickedAt: Date) =>
  keepClicks(world.system, [
    {
      id: world.ids.next('click', clickedAt),
      linkId: world.ids.next('link', clickedAt),
      partnerId: world.partnerId,
      agreementId: world.ids.next('agreement', clickedAt),
      visitorId: 'browser',
      clickedAt,
      verdict: 'human',
      why: 'person',
      ipHash: null,
      country: null,
      userAgent: null,
      referrerHost: null,
      destination: 'https://shop.example/',
      utm: null,
      yclid: null,
      erid: null,
      inApp: null,
      consented: true,
    },
  ]);
afterAll(async () => {
  await world.close();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const sell = (number: number) =>
  settleSales(world.contextOf('finance'), {
    source: 'drill',
    sales: [
      {
        externalId: `D-${number}`,
        clientExternalId: 'C1',
        occurredAt: new Date('2026-02-20T10:00:00Z'),
        currency: 'RUB',
        amountMicro: 5_000_000_000n,
      },
    ],
  });

interface Standing {
  readonly sales: number;
  readonly names: string;
  readonly accrued: string;
  readonly clicks: number;
}

async function standing() {
  return look(world.system, async (tx) => {
    const { rows } = await sql<Standing>`
      SELECT (SELECT count(*)::int FROM deals.v_sale) AS sales,
             (SELECT string_agg(name, '|' ORDER BY name) FROM directory.v_partner) AS names,
             (SELECT sum(amount_minor)::text FROM incentives.v_accrual) AS accrued,
             (SELECT count(*)::int FROM tracking.click) AS clicks`.execute(tx.db);
    if (!rows[0]) throw new Error('nothing stands');
    return { ...rows[0], ledger: (await ledgerVerdict(tx)).holds, audit: (await verifyAudit(tx)).brokenAt };
  });
}

test('a backup made under load is of one moment, and comes back whole under the running program', async () => {
  const before = await standing();
  const { contents } = placeOfFiles();
  const bytes = '%PDF-1.7 чек\n\\.\nконец';
  const receipt = await storeFile(world.system, {
    stream: Readable.from([Buffer.from(bytes)]),
    name: 'чек.pdf',
    purpose: 'receipt',
  });
  const [report] = await Promise.all([
    backup(db.ownerUrl, file, { createdAt: new Date(), secrets: { signIn: 'тайна' }, contents }),
    ...Array.from({ length: 12 }, (_, number) => sell(number)),
  ]);
  expect(report.rows).toBeGreaterThan(50);
  const after = await standing();
  expect(after).toMatchObject({ sales: before.sales + 12, ledger: true });

  expect(report).toMatchObject({ files: 1, filesMissing: 0 });
  await contents.remove(world.system.workspaceId, receipt.sha256);
  const restored = await restore(db.ownerUrl, file, new Date(), placeOfFiles());
  expect(restored).toMatchObject({ rows: report.rows, files: 1 });
  expect(restored.secrets).toEqual({ signIn: 'тайна' });
  // The connections of the program were cut; the pool opens new ones by itself.
  await standing().catch(() => null);
  const back = await standing();
  expect(back).toMatchObject({ names: before.names, clicks: 1, ledger: true, audit: null });
  const opened = await openFile(world.system, receipt.id);
  expect(await text(opened.content as Readable)).toBe(bytes);
  const { sales } = back;
  expect(sales).toBeGreaterThanOrEqual(before.sales);
  expect(sales).toBeLessThanOrEqual(after.sales);
  await expect(sell(100)).resolves.toMatchObject({ recorded: [{ externalId: 'D-100' }] });

  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  // The guards stand again in the restored database.
  await expect(owner.query('DELETE FROM ledger.entry')).rejects.toThrow('append-only');
  await expect(owner.query('DELETE FROM tracking.click')).rejects.toThrow('append-only');
  await owner.query(`DROP DATABASE ${pg.escapeIdentifier(restored.keptAs)} WITH (FORCE)`);
  await owner.end();
}, 60_000);

test('a backup that is cut short is refused, and nothing changes', async () => {
  const before = await standing();
  truncateSync(file, 4_000);
  await expect(restore(db.ownerUrl, file, new Date())).rejects.toThrow();
  expect(await standing()).toEqual(before);
}, 30_000);

test('a copy has answers of a nameless poll in the order of their random keys, not in the one they came in', async () => {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO feedback.poll (workspace_id, id, half, opens_on, closes_on, is_nameless)
       VALUES ($1, 'pll_drill', '2026-1', '2026-05-12', '2026-06-02', true)`,
      [world.workspaceId],
    );
    for (let place = 0; place < 12; place += 1)
      await client.query(
        `INSERT INTO feedback.poll_answer (workspace_id, poll_id, is_nameless, recommend, support, value, simplicity, speed)
         VALUES ($1, 'pll_drill', true, 10, 5, 5, 5, 5)`,
        [world.workspaceId],
      );
    const { rows } = await client.query<{ id: string }>(
      'SELECT id::text FROM feedback.poll_answer WHERE workspace_id = $1 ORDER BY id',
      [world.workspaceId],
    );
    await backup(db.ownerUrl, file, { createdAt: new Date(), secrets: {} });
    const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
    const head = lines.findIndex((line) => line.includes('"table":"feedback.poll_answer"'));
    const copied = lines.slice(head + 1, lines.indexOf('\\.', head)).map((line) => line.split('\t')[2]);
    expect(copied).toEqual(rows.map(({ id }) => id));
  } finally {
    await client.end();
  }
});
