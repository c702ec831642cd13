import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openAgreements } from '@mosty/agreements';
import { openClaim } from '@mosty/attribution';
import { attributionRoutes } from '@mosty/attribution/http';
import { importClients, importPartners } from '@mosty/directory';
import { decideClaim, settleRefunds, settleSales } from '@mosty/incentives';
import { look, MIGRATION_ORDER, migrate } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { createCode } from '@mosty/tracking';
import { percentScheme } from './api/scheme.ts';

/** Told by people, and none of it may stand where nothing is ever rewritten. */
const CLIENT = 'Ольга Забвенная';
const PARTNER = 'ИП Памятников';
const OTHER = 'Агентство Лета';
const STRANGER = 'Зоя Незнакомкина';
const CODE = 'PAMYATNIKOV10';
const UNKNOWN_CODE = 'ZOYA5';
const EXPLAINED = 'Клиента привела Мария Свидетельская';
const NAMES = [CLIENT, PARTNER, OTHER, STRANGER, CODE, UNKNOWN_CODE, EXPLAINED];

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let partnerIds: Id<'partner'>[];
const sold: Record<string, Id<'sale'>> = {};

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  world.clock.set(new Date('2026-03-01T09:00:00Z'));
  const ctx = world.system;
  const day = businessDate('2026-01-01');
  const partners = await importPartners(ctx, [
    { externalId: 'P1', name: PARTNER },
    { externalId: 'P2', name: OTHER },
  ]);
  partnerIds = partners.map((row) => ('id' in row ? row.id : '') as Id<'partner'>);
  const opened = await openAgreements(
    ctx,
    partnerIds.map((partnerId) => ({
      partnerId,
      class: 'partner_sales' as const,
      kind: 'agent' as const,
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    })),
  );
  const agreementIds = opened.map((row) => ('id' in row ? row.id : ''));
  await percentScheme(world, { agreementIds, ratePpm: 100_000, from: day });
  await createCode(world.contextOf('owner'), {
    agreementId: agreementIds[0] as Id<'agreement'>,
    code: CODE,
    kind: 'referral',
  });
  await importClients(ctx, [{ externalId: 'C1', name: CLIENT, keeperPartnerExternalId: 'P1' }]);
  const told = [
    { externalId: 'kept', clientExternalId: 'C1' },
    { externalId: 'contested', clientExternalId: 'C1' },
    { externalId: 'named', clientExternalId: 'C1', namedPartner: OTHER },
    { externalId: 'chosen', namedPartner: partnerIds[1] },
    { externalId: 'stranger', clientExternalId: 'C1', namedPartner: STRANGER },
    { externalId: 'code', clientExternalId: 'C1', namedCode: CODE },
    { externalId: 'wrong code', clientExternalId: 'C1', namedCode: UNKNOWN_CODE },
  ];
  const { recorded } = await settleSales(ctx, {
    source: 'shop',
    sales: told.map((sale) => ({
      ...sale,
      occurredAt: new Date('2026-02-27T09:00:00Z'),
      currency: 'RUB',
      amountMicro: 100_000_000_000n,
    })),
  });
  for (const { id, externalId } of recorded) sold[externalId] = id;
  await settleRefunds(ctx, {
    source: 'shop',
    refunds: [
      {
        externalId: 'credit',
        clientExternalId: 'C1',
        link: 'client',
        occurredAt: new Date('2026-02-27T10:00:00Z'),
        currency: 'RUB',
        amountMicro: 1_000_000_000n,
      },
    ],
  });
  const head = world.contextOf('head');
  const { id } = await openClaim(head, {
    saleId: sold['contested'] as Id<'sale'>,
    partnerId: partnerIds[1] as Id<'partner'>,
    claims: EXPLAINED,
    wanted: { outcome: 'mine' },
    evidence: [{ text: EXPLAINED }],
  });
  await decideClaim(head, { claimId: id, outcome: 'upheld', explanation: EXPLAINED });
});
afterAll(async () => {
  await world.close();
  await db.drop();
});

async function rowsOf(table: string): Promise<string[]> {
  const { rows } = await look(world.system, (tx) =>
    sql<{ row: string }>`SELECT to_jsonb(t)::text AS row FROM ${sql.raw(table)} t`.execute(tx.db),
  );
  return rows.map(({ row }) => row);
}

async function saidOf(sale: string): Promise<string> {
  const served = attributionRoutes.find(({ operation }) => operation.id === 'getWhoBrought');
  if (!served) throw new Error('no such operation');
  const params = { saleId: sold[sale] };
  return JSON.stringify(
    await served.handle(world.contextOf('head'), { params, query: {}, body: undefined } as never),
  );
}

describe('who brought, and whom it names', () => {
  it.each(['attribution.decision', 'attribution.participant', 'attribution.uncredited', 'kernel.event'])(
    '%s holds ids and nobody’s name',
    async (table) => {
      const rows = await rowsOf(table);
      expect(rows.length).toBeGreaterThan(1);
      for (const name of NAMES) expect(rows.filter((row) => row.includes(name))).toEqual([]);
    },
  );

  it('is told by name to whoever may read it', async () => {
    expect(await saidOf('kept')).toContain(CLIENT);
    expect(await saidOf('named')).toContain(`"named":"${OTHER}"`);
    expect(await saidOf('chosen')).toContain(`"named":"${OTHER}"`);
    expect(await saidOf('stranger')).toContain(`"named":"${STRANGER}"`);
    expect(await saidOf('code')).toContain(`"named":"${CODE}"`);
    expect(await saidOf('wrong code')).toContain(`"named":"${UNKNOWN_CODE}"`);
    const [uncredited] = await rowsOf(
      `(SELECT * FROM attribution.v_uncredited WHERE sale_id = '${sold['stranger']}')`,
    );
    expect(uncredited).toContain(STRANGER);
  });
});

describe('decisions written before', () => {
  it('lose their names once, and the guard of the history is back', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'mosty-before-'));
    const here = path.resolve(import.meta.dirname, '..');
    for (const name of MIGRATION_ORDER.filter((one) => one !== 'kernel' && one !== 'attribution')) {
      mkdirSync(path.join(root, 'modules', name), { recursive: true });
      symlinkSync(
        path.join(here, 'modules', name, 'migrations'),
        path.join(root, 'modules', name, 'migrations'),
      );
    }
    mkdirSync(path.join(root, 'kernel'));
    symlinkSync(path.join(here, 'kernel/migrations'), path.join(root, 'kernel/migrations'));
    const own = path.join(root, 'modules/attribution/migrations');
    const since = '0030_';
    cpSync(path.join(here, 'modules/attribution/migrations'), own, {
      recursive: true,
      filter: (from) => !/^\d{4}_/.test(path.basename(from)) || path.basename(from) < since,
    });
    const cluster = inject('testCluster') as { ownerUrl: string };
    const address = new URL(cluster.ownerUrl);
    const administrator = new pg.Client({ connectionString: address.href });
    await administrator.connect();
    const name = 'before_names_were_taken_out';
    await administrator.query(`CREATE DATABASE ${name}`);
    address.pathname = `/${name}`;
    const owner = new pg.Client({ connectionString: address.href });
    try {
      await migrate(address.href, { root });
      await owner.connect();
      const facts = {
        day: '2026-03-01',
        named: { text: STRANGER, partnerId: null },
        code: { text: CODE, partnerId: 'par_1', agreementId: 'agr_1' },
        keeper: { partnerId: 'par_1', sinceDay: null, clientName: CLIENT },
        deals: [],
      };
      const because = (code: string, params: object) => ({
        rule: 'keeper',
        said: 'decided',
        reason: { code, params },
      });
      await owner.query(
        `INSERT INTO attribution.decision (workspace_id, id, sale_id, policy_number, kind, rule, facts, steps, lost,
           decided_at, decided_by, reason)
         VALUES (gen_random_uuid(), 'dec_1', 'sal_1', 0, 'credited', 'keeper', $1, $2, $3, now(), 'mem_1', $4)`,
        [
          facts,
          JSON.stringify([
            because('nobody_named', {}),
            because('keeps_client', { client: CLIENT, since: '' }),
          ]),
          JSON.stringify([{ partnerId: 'par_1', ...because('code_in_row', { named: CODE }) }]),
          EXPLAINED,
        ],
      );
      const { applied } = await migrate(address.href, { root: here });
      expect(applied).toContain('attribution/0030_decisions_hold_ids.sql');
      const { rows } = await owner.query('SELECT facts, steps, lost, reason FROM attribution.decision');
      expect(rows[0]).toEqual({
        facts: {
          day: '2026-03-01',
          named: { partnerId: null },
          code: { partnerId: 'par_1', agreementId: 'agr_1' },
          keeper: { partnerId: 'par_1', sinceDay: null },
          deals: [],
        },
        steps: [because('nobody_named', {}), because('keeps_client', { since: '' })],
        lost: [{ partnerId: 'par_1', ...because('code_in_row', {}) }],
        reason: 'ruled',
      });
      await expect(owner.query(`UPDATE attribution.decision SET rule = NULL`)).rejects.toThrow('append-only');
    } finally {
      await owner.end();
      await administrator.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await administrator.end();
      rmSync(root, { recursive: true, force: true });
    }
  });
});
