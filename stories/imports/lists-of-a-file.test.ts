import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportKind } from '@mosty/integrations/contract';
import { importNow, openImportFolder } from '@mosty/integrations';
import { transact } from '@mosty/kernel/db';
import { temporaryFolder } from '@mosty/server/database';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { appFor } from '../api/app.ts';

/** Partners and clients can be listed, and taken out, by the file that wrote them down first. */
let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let folder: string;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  folder = temporaryFolder('lists-of-a-file');
  openImportFolder(folder);
  app = await appFor({ owner: world.contextOf('owner') });
}, 60_000);
afterAll(async () => {
  await app.close();
  await world.close();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function load(kind: ImportKind, text: string): Promise<string> {
  const file = path.join(folder, `${kind}-${Date.now()}.csv`);
  writeFileSync(file, text);
  const told = { path: file, filename: path.basename(file), kind, mapping: undefined, dryRun: false };
  const { view } = await importNow(world.contextOf('owner'), told);
  expect(view.state).toBe('applied');
  return view.id;
}

async function names(url: string): Promise<string[]> {
  const answer = await app.inject({ url: `/api/v1${url}`, headers: { 'x-actor': 'owner' } });
  expect(answer.statusCode, answer.body).toBe(200);
  const { items }: { items: { name: string }[] } = answer.json();
  return items.map(({ name }) => name);
}

async function fileOf(url: string): Promise<string> {
  return (await app.inject({ url: `/api/v1${url}`, headers: { 'x-actor': 'owner' } })).body;
}

test('partners of a file: those it wrote down, not those it met again', async () => {
  const first = await load('partners', 'Название;Код партнёра\nВектор;P-1\nОрбита;P-2\n');
  const second = await load('partners', 'Название;Код партнёра;Город\nВектор;P-1;Тула\nМаяк;P-3;Тверь\n');
  expect(await names(`/partners?import=${first}`)).toEqual(['Вектор', 'Орбита']);
  expect(await names(`/partners?import=${second}`)).toEqual(['Маяк']);
  const taken = await fileOf(`/partners/export?import=${second}`);
  expect(taken).toContain('Маяк');
  expect(taken).not.toContain('Орбита');
});

test('clients of a file: of a list of clients, and of sales that named them first', async () => {
  const list = await load('clients', 'Код клиента;Название\nK-1;Ромашка\nK-2;Лютик\n');
  const sales = await load(
    'sales',
    'Номер;Дата;Сумма;Код клиента;Клиент\nS-1;01.02.2026;1000;K-1;Ромашка\nS-2;01.02.2026;1000;K-9;Василёк\n',
  );
  expect(await names(`/clients?import=${list}`)).toEqual(['Лютик', 'Ромашка']);
  expect(await names(`/clients?import=${sales}`)).toEqual(['Василёк']);
  expect(await fileOf(`/clients/export?import=${sales}`)).not.toContain('Лютик');
});

test('files taken before lists knew of them: the lines of the file tell', async () => {
  const before = await load('clients', 'Код клиента;Название\nK-20;Прежний\n');
  await transact(world.system, (tx) =>
    sql`UPDATE directory.client SET import_id = NULL WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
      tx.db,
    ),
  );
  const migration = readFileSync(
    path.resolve(import.meta.dirname, '../../modules/directory/migrations/0030_brought_by_import.sql'),
    'utf8',
  );
  const backfill = /DO \$\$[\s\S]*END \$\$;/.exec(migration)?.[0] ?? '';
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(backfill);
  await owner.end();
  expect(await names(`/clients?import=${before}`)).toEqual(['Прежний']);
});
