import { addFace, createPartner, importPartners } from '@mosty/directory';
import '@mosty/directory/http';
import { registerDeal, approveDeal } from '@mosty/deals';
import { openAgreements, proposeVersion } from '@mosty/agreements';
import { beginLook, contextOfLook } from '@mosty/identity';
import { readAudit } from '@mosty/kernel/audit';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeSchema } from '../contract.ts';
import { portalFrame, portalHome } from './home.ts';

let database: TestDatabase;
let world: World;
let partnerId: Id<'partner'>;
let agreementId: Id<'agreement'>;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  const outcomes = await importPartners(world.system, [{ name: 'Вектор' }, { name: 'Другой' }]);
  partnerId = idOf(outcomes[0]);
  const day = businessDate('2026-01-12');
  const opened = await openAgreements(
    world.system,
    [partnerId, idOf(outcomes[1])].map((id) => ({
      partnerId: id,
      class: 'partner_sales' as const,
      kind: 'agent' as const,
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    })),
  );
  agreementId = idOf(opened[0]);
  await addFace(world.contextOf('head'), {
    partnerId,
    side: 'ours',
    name: 'Мария Лунёва',
    phone: '+7 000 200-11-01',
    replyHours: 24,
    isMain: true,
  });
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

function idOf<Noun extends 'partner' | 'agreement'>(outcome: unknown): Id<Noun> {
  if (typeof outcome === 'object' && outcome !== null && 'id' in outcome) return outcome.id as Id<Noun>;
  throw new Error(JSON.stringify(outcome));
}

const tasksOf = async (role: 'partner_owner' | 'partner_staff') =>
  (await portalHome(await world.contextOfPartner(partnerId, role))).tasks.map(({ code }) => code);

describe('the partner’s first page', () => {
  test('tells the stage, our person with a promise to answer, and thirty days of clicks to the day (S0.15, S1.26, S1.48, S1.63)', async () => {
    const ctx = await world.contextOfPartner(partnerId);
    const home = homeSchema.parse(await portalHome(ctx));
    expect(home.partner.name).toBe('Вектор');
    expect(home.stage?.code).toBe('working');
    expect(home.face).toMatchObject({ name: 'Мария Лунёва', replyHours: 24 });
    expect(home.clicks.byDay).toHaveLength(30);
    expect(home.clicks.byDay.at(-1)?.day).toBe('2026-03-02');
    expect(home.money?.byCurrency[0]).toMatchObject({ currency: 'RUB', payableMinor: 0 });
    expect(await portalFrame(ctx)).toMatchObject({ partnerName: 'Вектор', face: { name: 'Мария Лунёва' } });
  });

  test('names who came by this partner, and tells nothing else of them (S1.42)', async () => {
    const ctx = await world.contextOfPartner(partnerId);
    expect((await portalHome(ctx)).brought).toEqual([]);
    await createPartner(world.contextOf('head'), {
      name: 'Пришёл от Вектора',
      introducedByPartnerId: partnerId,
    });
    expect(homeSchema.parse(await portalHome(ctx)).brought).toEqual([{ name: 'Пришёл от Вектора' }]);
  });

  test('an employee to whom money was not opened sees none, and nothing that only the owner does (S3.41)', async () => {
    const home = await portalHome(await world.contextOfPartner(partnerId, 'partner_staff'));
    expect(home.money).toBeNull();
    expect(await tasksOf('partner_staff')).toEqual([]);
    expect(await tasksOf('partner_owner')).toContain('directory.requisites');
  });

  test('what waits for the partner appears and goes by itself (S3.37)', async () => {
    await proposeVersion(world.contextOf('head'), {
      agreementId,
      body: {
        success: 'Три внедрения',
        whoAnswers: 'Мария и Руслан',
        ifItBreaks: 'Разбираем за неделю',
        howCounted: 'По оплатам',
        promises: [{ side: 'ours', words: 'Отвечаем за день', dueOn: null }],
      },
    });
    expect(await tasksOf('partner_owner')).toContain('agreements.version_to_accept');
    const owner = await world.contextOfPartner(partnerId);
    // An employee hears of what the employee handed over; the owner of all of it.
    const staff = await world.contextOfPartner(partnerId, 'partner_staff');
    const { deal } = await registerDeal(staff, {
      client: { name: 'Склад 77', taxNumber: '7707083893' },
      title: 'Склад 77',
      handoverBasis: 'client_request',
    });
    expect((await portalHome(owner)).deals).toMatchObject([{ count: 1, waiting: 1 }]);
    if (!deal) throw new Error('nothing was registered');
    await approveDeal(world.contextOf('head'), { dealId: deal.id });
    const ofStaff = async () => (await portalHome(staff)).tasks.map(({ code }) => code);
    expect(await ofStaff()).toEqual(['deals.registration_answered']);
    expect(await tasksOf('partner_owner')).toContain('deals.registration_answered');
    world.clock.advance(8 * 86_400_000);
    expect(await ofStaff()).toEqual([]);
  });

  test('is nobody’s of the company', async () => {
    await expect(portalHome(world.contextOf('head'))).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
  });
});

describe('a colleague looks with the partner’s eyes', () => {
  test('for an hour, with that partner’s rows only, and the journal has it', async () => {
    const manager = world.contextOf('manager');
    await expect(contextOfLook(manager, 'GET', partnerId)).rejects.toMatchObject({
      code: 'identity.look_ended',
    });
    await beginLook(manager, { partnerId });
    const eyes = await contextOfLook(manager, 'GET', partnerId);
    expect((await portalHome(eyes)).partner.id).toBe(partnerId);
    const [entry] = await look(world.system, (tx) => readAudit(tx, { subject: partnerId, limit: 1 }));
    expect(entry).toMatchObject({ verb: 'identity.look_as_partner', actorId: manager.actor.id });
    world.clock.advance(61 * 60_000);
    await expect(contextOfLook(manager, 'GET', partnerId)).rejects.toMatchObject({
      code: 'identity.look_ended',
    });
  });

  test('changes nothing: by the method, and by the database whatever verb is called', async () => {
    const head = world.contextOf('head');
    await beginLook(head, { partnerId });
    await expect(contextOfLook(head, 'POST', partnerId)).rejects.toMatchObject({
      code: 'identity.look_is_read_only',
    });
    const eyes = await contextOfLook(head, 'GET', partnerId);
    await expect(
      registerDeal(eyes, { client: { name: 'Чужой' }, title: 'Чужой', handoverBasis: 'client_request' }),
    ).rejects.toThrow(/read-only transaction/);
  });

  test('is for the head, the owner and managers', async () => {
    for (const role of ['finance', 'analyst', 'voice', 'partner_owner'] as const)
      await expect(beginLook(world.contextOf(role), { partnerId })).rejects.toMatchObject({
        kind: 'not_permitted',
      });
    await expect(
      beginLook(world.contextOf('head'), { partnerId: world.ids.next('partner', new Date()) }),
    ).rejects.toMatchObject({ code: 'identity.no_partner' });
  });
});
