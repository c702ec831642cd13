import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setRequisites } from '@mosty/directory';
import { readAudit } from '@mosty/kernel/audit';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { appFor } from './app.ts';
import { smallCompany } from './company.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let first: Id<'partner'>;
let second: Id<'partner'>;
let own: Context;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  const { partnerIds } = await smallCompany(world, 'МАРКА');
  [first, second] = partnerIds as [Id<'partner'>, Id<'partner'>];
  own = await world.contextOfPartner(first);
  const eyes: Context = { ...own, readOnly: true };
  const staff = await world.contextOfPartner(first, 'partner_staff');
  app = await appFor({ own, staff, eyes, owner: world.contextOf('owner') });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await world?.close();
  await db?.drop();
});

const get = (actor: string, url = '/portal/own-data') =>
  app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { 'x-actor': actor } });

describe('a partner takes out its own data', () => {
  test('all of it as the pages show it, nothing of another partner, and the journal keeps it', async () => {
    const answer = await get('own');
    expect(answer.statusCode, answer.body).toBe(200);
    const file = answer.json<Record<string, readonly { readonly id?: string }[]>>();
    expect(Object.keys(file)).toEqual(
      'partner requisites people agreements promises texts clients deals links codes accruals holds statements payouts money claims conversations'.split(
        ' ',
      ),
    );
    expect(file['partner']).toMatchObject([{ id: first }]);
    expect(file['agreements']).toHaveLength(1);
    const accruals = (await get('own', '/accruals?limit=100')).json<{ items: { id: string }[] }>().items;
    expect(accruals.length).toBeGreaterThan(0);
    expect(file['accruals']?.map(({ id }) => id)).toEqual(accruals.map(({ id }) => id));
    expect(answer.body).not.toContain(second);
    expect(answer.body).not.toContain('партнёр 2');
    expect(answer.body).not.toContain('клиент 2');
    const [entry] = await look(world.system, (tx) => readAudit(tx, { subject: first, limit: 1 }));
    expect(entry).toMatchObject({ verb: 'portal.export_own', actorId: own.actor.id });
  });

  test('whoever answers for the partner only: no employee, no colleague of ours, nobody with borrowed eyes', async () => {
    for (const actor of ['staff', 'owner', 'eyes']) expect((await get(actor)).statusCode, actor).toBe(403);
  });
});

describe('a partner writes where its money goes', () => {
  const details = {
    country: 'RU',
    legalForm: 'company',
    legalName: 'ООО «Марка»',
    taxNumber: '7707083893',
    fields: { kpp: '773601001' },
  };
  const bank = {
    account: '40702810938000060473',
    bik: '044525225',
    bankName: 'Сбербанк',
    correspondentAccount: '30101810400000000225',
  };

  test('a digit that a bank would not take is told by its field; we may write down what we have', async () => {
    const wrong = { ...details, partnerId: first, bank: { ...bank, account: '40702810938000060479' } };
    await expect(setRequisites(own, wrong)).rejects.toMatchObject({ code: 'directory.wrong_account' });
    await expect(
      setRequisites(own, { ...details, partnerId: first, bank, taxNumber: '7707083890' }),
    ).rejects.toMatchObject({ code: 'directory.wrong_tax_number' });
    expect((await setRequisites(world.contextOf('manager'), wrong)).version).toBe(1);
  });

  test('of another partner they are not found', async () => {
    await expect(setRequisites(own, { ...details, partnerId: second, bank })).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});
