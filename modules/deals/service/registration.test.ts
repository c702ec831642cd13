import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgreements } from '@mosty/agreements';
import { createPartner, updateClient } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { saleOf } from '../domain/sales.ts';
import { dealsById } from '../store/deals.ts';
import { answerHandover, askClient, openHandover } from './ask-client.ts';
import { checkDuplicate } from './check-duplicate.ts';
import { dealsOfSales } from './deals-of-sales.ts';
import { approveDeal, extendProtection, rejectDeal, withdrawDeal } from './decide-registration.ts';
import { expireRegistrations } from './expire-registrations.ts';
import { fillForm, openForm, readForm } from './forms.ts';
import { moveDeal } from './move-deal.ts';
import { recordSales } from './record-sales.ts';
import { registerDeal } from './register-deal.ts';
import { reverseSales } from './reverse.ts';
import { setRoles } from './set-roles.ts';
import { setStages } from './stages.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let a: Id<'partner'>;
let b: Id<'partner'>;
let ofA: Context;
let ofB: Context;
const DAY_MS = 86_400_000;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  a = await partner('Альфа');
  b = await partner('Бета');
  ofA = await world.contextOfPartner(a);
  ofB = await world.contextOfPartner(b, 'partner_staff');
});
afterAll(async () => {
  await world.close();
  await db.drop();
});

async function partner(name: string): Promise<Id<'partner'>> {
  const { id } = await createPartner(world.system, { name });
  const day = businessDate('2026-01-01');
  await openAgreements(world.system, [
    { partnerId: id, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
  ]);
  return id;
}

const give = (ctx: Context, client: { name: string } & Record<string, string>, more: object = {}) =>
  registerDeal(ctx, { client, handoverBasis: 'client_consent', ...more });
async function deal(id: Id<'deal'> | undefined) {
  const [found] = await look(world.system, (tx) => dealsById(tx, [id ?? 'nothing']));
  if (!found) throw new Error('no such deal');
  return found;
}
async function told(dealId: Id<'deal'>): Promise<string[]> {
  return look(world.system, async (tx) => {
    const { rows } = await sql<{ type: string }>`
      SELECT type FROM kernel.event WHERE body -> 'dealIds' ? ${dealId} ORDER BY seq`.execute(tx.db);
    return rows.map(({ type }) => type);
  });
}
const idOf = (outcome: Awaited<ReturnType<typeof registerDeal>>): Id<'deal'> => {
  if (!outcome.deal) throw new Error('nothing was registered');
  return outcome.deal.id;
};
const sale = (externalId: string, more: object) =>
  recordSales(world.system, {
    source: 'shop',
    sales: [
      saleOf({
        externalId,
        occurredAt: world.clock.now().toISOString(),
        currency: 'RUB',
        amountMinor: 100_00,
        ...more,
      }),
    ],
  });

describe('two partners and one client', () => {
  it('the earlier stands; the other is told «уже в работе» and never by whom', async () => {
    const client = { name: 'ООО «Ромашка»', taxNumber: '7701234567', phone: '+7 916 123-45-67' };
    const first = await give(ofA, client);
    expect(first).toMatchObject({ answer: 'accepted', deal: { registration: 'pending', partnerId: a } });
    const second = await give(ofB, { name: 'Ромашка', phone: '8 916 1234567' });
    expect(second).toMatchObject({
      answer: 'taken',
      met: ['phone', 'name'],
      deal: { registration: 'conflicted', partnerId: b },
    });
    expect(await give(ofA, client)).toMatchObject({ answer: 'yours_already', deal: { id: first.deal?.id } });
    // The partner's own session sees its own deal only, and of the client nothing.
    const seen = await look(ofB, (tx) => dealsById(tx, [idOf(first), idOf(second)]));
    expect(seen.map(({ id }) => id)).toEqual([second.deal?.id]);
    const clients = await look(
      ofB,
      async (tx) => (await sql`SELECT id FROM directory.client`.execute(tx.db)).rows,
    );
    expect(clients).toEqual([]);

    await approveDeal(world.contextOf('head'), { dealId: idOf(first) });
    await expect(approveDeal(world.contextOf('head'), { dealId: idOf(second) })).rejects.toMatchObject({
      code: 'deals.registered_earlier',
    });
    await withdrawDeal(ofA, { dealId: idOf(first) });
    expect(await deal(second.deal?.id)).toMatchObject({ registration: 'pending', yieldsToDealId: null });
    // Registered it was when it came: whoever listens outside hears of it once.
    expect(await told(idOf(second))).toEqual(['deal.registered', 'deal.conflicted', 'deal.turn_came']);
    await expect(withdrawDeal(ofA, { dealId: idOf(second) })).rejects.toMatchObject({
      code: 'deals.deal_unknown',
    });
  });

  it('who registers at the same moment waits for the other: exactly one stands', async () => {
    const client = { name: 'Лютик', email: 'info@lutik.example' };
    const outcomes = await Promise.all([give(ofA, client), give(ofB, client)]);
    expect(outcomes.map(({ answer }) => answer).sort()).toEqual(['accepted', 'taken']);
    expect(new Set(outcomes.map((one) => one.deal?.clientId)).size).toBe(1);
  });

  it('a likeness of names alone is no conflict: it is looked at by a person', async () => {
    await give(ofA, { name: 'Северный ветер' });
    expect(await give(ofB, { name: 'Северный Ветер Плюс' })).toMatchObject({
      answer: 'looks_alike',
      deal: { registration: 'pending' },
    });
  });

  it('is asked without registering, too', async () => {
    const ask = (ctx: Context) =>
      checkDuplicate(ctx, { client: { name: 'Кто-то', email: 'info@lutik.example' } });
    expect([(await ask(ofA)).answer, (await ask(ofB)).answer]).toEqual(['yours_already', 'yours_already']);
    expect((await checkDuplicate(ofA, { client: { name: 'Никому не известные' } })).answer).toBe('accepted');
  });
});

describe('protection', () => {
  it('is given for the sales of its days, prolonged twice at most, and runs out', async () => {
    const outcome = await give(ofA, { name: 'Ива', site: 'iva.example' });
    const approved = await approveDeal(world.contextOf('head'), { dealId: idOf(outcome) });
    expect(approved.protectedUntil).toBe('2026-05-31');
    const saleId = 'a sale of the first of April';
    const facts = () =>
      look(world.system, (tx) =>
        dealsOfSales(tx, [
          { saleId, clientId: approved.clientId, occurredAt: new Date('2026-04-01T10:00:00Z') },
        ]),
      );
    expect((await facts()).get(saleId)).toMatchObject([
      {
        number: approved.number,
        linked: false,
        source: { partnerId: a },
        participants: [{ role: 'source', sharePpm: 1_000_000n }],
      },
    ]);
    const extend = () =>
      extendProtection(world.contextOf('head'), { dealId: approved.id, reason: 'переговоры' });
    await extend();
    expect((await extend()).protectedUntil).toBe('2026-07-30');
    await expect(extend()).rejects.toMatchObject({ code: 'deals.extended_enough' });
    world.clock.advance(151 * DAY_MS);
    await expireRegistrations(world.system);
    expect((await deal(approved.id)).registration).toBe('expired');
    // What it protected it still protects: the past does not change when a period ends.
    expect((await facts()).get(saleId)).toMatchObject([
      { registration: 'expired', source: { partnerId: a } },
    ]);
    expect((await give(ofB, { name: 'Ива', site: 'iva.example' })).deal?.registration).toBe('pending');
  });

  it('nobody registers before the rules are accepted (S0.39)', async () => {
    const { id } = await createPartner(world.system, { name: 'Без договора' });
    await expect(give(await world.contextOfPartner(id), { name: 'Клён' })).rejects.toMatchObject({
      code: 'deals.no_agreement',
    });
  });

  it('a paying client is no new client', async () => {
    await sale('S-2', { clientExternalId: 'C-2', clientName: 'Дуб' });
    const clients = await look(
      world.system,
      async (tx) =>
        (
          await sql<{ id: Id<'client'> }>`SELECT id FROM directory.client WHERE external_id = 'C-2'`.execute(
            tx.db,
          )
        ).rows,
    );
    await updateClient(world.system, {
      clientId: clients[0]?.id as Id<'client'>,
      fields: { site: 'dub.example' },
    });
    expect(await give(ofA, { name: 'Дуб', site: 'dub.example' })).toMatchObject({
      answer: 'taken',
      deal: { doubt: 'our_client' },
    });
    expect(await give(ofA, { name: 'Дуб', site: 'dub.example' }, { kind: 'expansion' })).toMatchObject({
      answer: 'accepted',
    });
  });
});

describe('a deal', () => {
  it('is won by the sale that names it, once, and open again when the sale is taken back', async () => {
    const outcome = await give(ofA, { name: 'Осина', site: 'osina.example' });
    const won = await approveDeal(world.contextOf('head'), { dealId: idOf(outcome) });
    await moveDeal(world.contextOf('head'), { dealId: won.id, stage: 'offer' });
    const { recorded } = await sale('S-3', { clientId: won.clientId, dealId: won.id });
    expect(await deal(won.id)).toMatchObject({ outcome: 'won', stage: 'won', openStage: 'offer' });
    await expect(moveDeal(world.contextOf('head'), { dealId: won.id, stage: 'talk' })).rejects.toMatchObject({
      code: 'deals.has_sales',
    });
    await expect(sale('S-4', { dealId: 'deal_01k0000000000000000000000a' })).rejects.toMatchObject({
      code: 'deals.deal_unknown',
    });
    await reverseSales(world.system, { saleIds: recorded.map(({ id }) => id), reason: 'ошибка' });
    expect(await deal(won.id)).toMatchObject({ outcome: null, stage: 'offer', closedAt: null });
  });

  it('is lost with a reason, and then whoever came second has its turn', async () => {
    const first = await give(ofA, { name: 'Рябина', site: 'ryabina.example' });
    const second = await give(ofB, { name: 'Рябина', site: 'ryabina.example' });
    const lose = (lostReason?: string) =>
      moveDeal(world.contextOf('head'), { dealId: idOf(first), stage: 'lost', lostReason });
    await expect(lose()).rejects.toMatchObject({ code: 'deals.lost_needs_reason' });
    expect(await lose('дорого')).toMatchObject({ outcome: 'lost', lostReason: 'дорого' });
    expect((await deal(second.deal?.id)).registration).toBe('pending');
  });

  it('has four roles with shares and caps; the one who registered stays among them', async () => {
    const outcome = await give(ofA, { name: 'Вяз', site: 'vyaz.example' });
    const { id } = await approveDeal(world.contextOf('head'), { dealId: idOf(outcome) });
    const set = (roles: Parameters<typeof setRoles>[1]['roles']) =>
      setRoles(world.contextOf('head'), { dealId: id, roles });
    const source = { partnerId: a, role: 'source' as const, sharePpm: 1_000_000, capMinor: null };
    await set([source, { partnerId: b, role: 'implement', sharePpm: 1_000_000, capMinor: 50_000_00n }]);
    await expect(
      set([{ partnerId: b, role: 'implement', sharePpm: 1, capMinor: null }]),
    ).rejects.toMatchObject({
      code: 'deals.registrant_takes_part',
    });
    await expect(set([source, { ...source, partnerId: b, sharePpm: 1 }])).rejects.toMatchObject({
      code: 'deals.shares_over_whole',
    });
    // Whoever takes part sees the deal, whoever brought it.
    expect((await look(ofB, (tx) => dealsById(tx, [id]))).map((one) => one.id)).toEqual([id]);
  });

  it('goes by the company’s own stages; one in use is not taken away', async () => {
    const stage = (code: string, outcome: 'won' | 'lost' | null = null) => ({
      code,
      name: code,
      probabilityPpm: 500_000,
      outcome,
      turn: 'us' as const,
    });
    const owner = world.contextOf('owner');
    await expect(
      setStages(owner, [stage('one'), stage('won', 'won'), stage('lost', 'lost')]),
    ).rejects.toMatchObject({ code: 'deals.stage_in_use' });
    await expect(setStages(owner, [stage('new'), stage('won', 'won'), stage('gone')])).rejects.toMatchObject({
      code: 'deals.one_stage_of_outcome',
    });
  });
});

describe('without signing in', () => {
  it('a form of the company takes a client and asks who brings it; a program is thanked and forgotten', async () => {
    const form = await openForm(world.contextOf('head'), {
      title: 'Передать клиента',
      consentText: 'Клиент согласен',
    });
    expect(await readForm(world.database, form.token, { clock: world.clock })).toMatchObject({
      isOfPartner: false,
    });
    const fill = (more: object) =>
      fillForm(
        world.database,
        { token: form.token, address: '', client: { name: 'Тополь', site: 'topol.example' }, ...more },
        { clock: world.clock },
      );
    await expect(fill({})).rejects.toMatchObject({ code: 'deals.registrant_needed' });
    expect(await fill({ registrant: 'Бот', fax: '1' })).toEqual({ deal: null, answer: 'accepted' });
    const told = await fill({ registrant: 'Пётр, знакомый' });
    expect(told.deal).toMatchObject({
      channel: 'public_form',
      registration: 'pending',
      partnerId: null,
      namedRegistrant: 'Пётр, знакомый',
    });
    const approve = (more: object) =>
      approveDeal(world.contextOf('head'), { dealId: told.deal?.id as Id<'deal'>, ...more });
    await expect(approve({})).rejects.toMatchObject({ code: 'deals.nobody_registered' });
    expect(await approve({ partnerId: b })).toMatchObject({ registration: 'approved', partnerId: b });
  });

  it('the client answers the letter once; «нет» refuses and forgets how to reach them', async () => {
    const yes = await give(
      ofA,
      { name: 'Ель', email: 'anna@el.example' },
      { handoverBasis: 'confirmation_letter' },
    );
    await expect(approveDeal(world.contextOf('head'), { dealId: idOf(yes) })).rejects.toMatchObject({
      code: 'deals.client_not_asked',
    });
    const older = await tokenAfter(idOf(yes));
    world.clock.advance(60_000);
    const token = await tokenAfter(idOf(yes));
    // Asked again: the address in the older letter says that another one asks now.
    for (const ask of [
      () => openHandover(world.database, older, { clock: world.clock }),
      () => answerHandover(world.database, { token: older, agreed: true }, { clock: world.clock }),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'deals.handover_replaced' });
    expect(await openHandover(world.database, token, { clock: world.clock })).toMatchObject({
      client: 'Ель',
      partner: 'Альфа',
      agreed: null,
    });
    await answerHandover(world.database, { token, agreed: true }, { clock: world.clock });
    await expect(
      answerHandover(world.database, { token, agreed: false }, { clock: world.clock }),
    ).rejects.toMatchObject({ code: 'deals.handover_answered' });
    expect(await approveDeal(world.contextOf('head'), { dealId: idOf(yes) })).toMatchObject({
      registration: 'approved',
    });

    const no = await give(
      ofA,
      { name: 'Сосна', email: 'ivan@sosna.example', person: 'Иван Лесной' },
      { handoverBasis: 'confirmation_letter' },
    );
    await answerHandover(
      world.database,
      { token: await tokenAfter(idOf(no)), agreed: false },
      { clock: world.clock },
    );
    expect((await deal(no.deal?.id)).registration).toBe('rejected');
    const left = await look(
      world.system,
      async (tx) =>
        (
          await sql`SELECT email, person, (SELECT count(*) FROM directory.client_key k WHERE k.client_id = c.id AND kind <> 'name') AS keys
        FROM directory.client c WHERE id = ${no.deal?.clientId}`.execute(tx.db)
        ).rows,
    );
    expect(left).toEqual([{ email: null, person: null, keys: 0n }]);
    await expect(
      rejectDeal(world.contextOf('head'), { dealId: idOf(no), reason: 'нет' }),
    ).rejects.toMatchObject({ code: 'deals.not_waiting' });
  });
});

async function tokenAfter(dealId: Id<'deal'>): Promise<string> {
  const { title } = await askClient(world.contextOf('head'), { dealId });
  return look(world.system, async (tx) => {
    const { rows } = await sql<{ body: string }>`
      SELECT body FROM identity.outbox_message WHERE kind = 'handover' AND body LIKE ${`%${title}%`}
      ORDER BY created_at DESC LIMIT 1`.execute(tx.db);
    return /handover\/([\w-]+)/.exec(rows[0]?.body ?? '')?.[1] ?? '';
  });
}
