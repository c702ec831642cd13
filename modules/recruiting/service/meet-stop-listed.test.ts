import { openAgreements } from '@mosty/agreements';
import { registerDeal } from '@mosty/deals';
import { addFace, createPartner, importPartners, updateFace, updatePartner } from '@mosty/directory';
import { inviteMember } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { drainEvents } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideStopMeeting as decideOperation, listStopMeetings } from '../contract/stop-meetings.ts';
import { stopMeetingRoutes } from '../http/stop-meetings.ts';
import { recruitingReactions } from '../reactions.ts';
import { decideStop } from './decide-stop.ts';
import { decideStopMeeting } from './decide-stop-meeting.ts';
import { furthestBehind } from './meet-stop-listed.ts';
import { proposeStop } from './propose-stop.ts';
import { stopsOfPartner } from './stop-matches.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let owner: Context;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  owner = world.contextOf('owner');
  const { id } = await proposeStop(head, {
    name: 'Скидка навсегда',
    taxNumber: '7707083893',
    phone: '+7 900 000-00-17',
    person: 'Пётр Скидкин',
    reasonCode: 'fraud',
    evidence: 'Брал деньги вперёд за скидку, которой нет: жалобы трёх клиентов',
  });
  await decideStop(owner, { entryId: id, approved: true });
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const ask = askOf(stopMeetingRoutes);
async function heard() {
  await drainEvents({
    database: world.system.database,
    reactions: recruitingReactions,
    contextOf: async () => world.system,
    onFailure: (_reaction, error) => {
      throw error;
    },
  });
  // The latest first: what comes next comes a minute later.
  world.clock.set(new Date(world.clock.now().getTime() + 60_000));
  return (await ask(listStopMeetings, head, { query: { show: 'waiting' } })).items;
}
const newsOf = (member: string) =>
  look(world.system, async (tx) => {
    const { rows } = await sql<{ code: string; params: unknown }>`
      SELECT code, params FROM notices.notice
      WHERE workspace_id = ${tx.workspaceId}::uuid AND member_id = ${member} ORDER BY told_at, id`.execute(
      tx.db,
    );
    return rows;
  });

test('a partner written down or brought by a file is met by what it is recognised by, and told once (S0.72)', async () => {
  await createPartner(head, { name: 'Честная лавка', taxNumber: '500100732259' });
  expect(await heard()).toEqual([]);
  const { id } = await createPartner(head, { name: 'Новая вывеска', phone: '8 (900) 000 00 17' });
  expect(await heard()).toMatchObject([
    {
      metIn: 'partner',
      subjectId: id,
      who: 'Новая вывеска',
      by: ['phone'],
      sure: true,
      entry: { reasonCode: 'fraud' },
    },
  ]);
  await importPartners(world.system, [
    { externalId: 'P1', name: 'Из файла', taxNumber: '7707 083 893' },
    { externalId: 'P2', name: 'И это честный' },
  ]);
  expect(await heard()).toMatchObject([{ who: 'Из файла', by: ['tax_number'] }, { who: 'Новая вывеска' }]);
  expect(await heard()).toHaveLength(2);
  expect(await newsOf(owner.actor.id)).toEqual([
    { code: 'recruiting.stop_met_in_partner', params: { name: 'Скидка навсегда' } },
    { code: 'recruiting.stop_met_in_partner', params: { name: 'Скидка навсегда' } },
  ]);
  expect(await newsOf(world.contextOf('manager').actor.id)).toEqual([]);
});

test('a deal is met by the company it names and by who speaks for the partner; money and work go on (S0.72)', async () => {
  const partnerId = await working('Ряд');
  const { deal } = await registerDeal(head, {
    partnerId,
    client: { name: 'Магазин', taxNumber: '7707083893' },
    handoverBasis: 'client_request',
  });
  expect(deal?.registration).toBe('pending');
  expect((await heard())[0]).toMatchObject({
    metIn: 'deal',
    subjectId: deal?.id,
    partner: { id: partnerId, name: 'Ряд' },
    who: 'Магазин',
    sure: true,
  });
  const another = await working('Другой');
  await addFace(head, { partnerId: another, side: 'theirs', name: 'Скидкин Пётр' });
  const second = await registerDeal(head, {
    partnerId: another,
    client: { name: 'Пекарня' },
    handoverBasis: 'client_request',
  });
  expect((await heard())[0]).toMatchObject({
    subjectId: second.deal?.id,
    who: 'Скидкин Пётр',
    by: ['person'],
    sure: false,
  });
});

test('who was told apart is not met again; more than a name is not told apart (S0.72)', async () => {
  const waiting = await heard();
  const namesake = waiting.find(({ who }) => who === 'Скидкин Пётр');
  const surely = waiting.find(({ who }) => who === 'Магазин');
  if (!namesake?.partner || !surely) throw new Error('not met');
  expect(surely.can['other']).toMatchObject({ because: 'recruiting.surely_the_same' });
  await expect(
    decideStopMeeting(head, { meetingId: surely.id, decision: 'other', note: 'Показалось' }),
  ).rejects.toMatchObject({ code: 'recruiting.surely_the_same' });
  await expect(
    decideStopMeeting(world.contextOf('manager'), { meetingId: namesake.id, decision: 'same' }),
  ).rejects.toMatchObject({ kind: 'not_permitted' });
  const params = { meetingId: namesake.id };
  await expect(ask(decideOperation, head, { params, body: { decision: 'other' } })).rejects.toThrow();
  const body = { decision: 'other', note: 'Другое отчество, другой город' } as const;
  expect(await ask(decideOperation, head, { params, body })).toMatchObject({ decided: { as: 'other' } });
  await expect(decideStopMeeting(head, { ...params, ...body })).rejects.toMatchObject({
    code: 'recruiting.meeting_decided',
  });
  const before = (await heard()).length;
  await registerDeal(head, {
    partnerId: namesake.partner.id,
    client: { name: 'Аптека' },
    handoverBasis: 'client_request',
  });
  expect(await heard()).toHaveLength(before);
  await decideStopMeeting(owner, { meetingId: surely.id, decision: 'same' });
  await expect(
    transact(world.system, (tx) =>
      sql`UPDATE recruiting.stop_meeting SET decision = 'other', note = 'x' WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${surely.id}`.execute(
        tx.db,
      ),
    ),
  ).rejects.toThrow('append-only');
});

test('a partner told apart passes its gate too (S0.72)', async () => {
  const { id: partnerId } = await createPartner(head, { name: 'Скидка навсегда' });
  const met = (await heard()).find(({ subjectId }) => subjectId === partnerId);
  if (!met) throw new Error('not met');
  expect(await look(head, (tx) => stopsOfPartner(tx, partnerId))).toHaveLength(1);
  await decideStopMeeting(head, { meetingId: met.id, decision: 'other', note: 'Другой ИНН' });
  expect(await look(head, (tx) => stopsOfPartner(tx, partnerId))).toEqual([]);
});

test('a person of a partner who is invited is met too, and people of partners see nothing of it (S0.72)', async () => {
  const partnerId = await working('Приглашающий');
  const invitation = await inviteMember(head, {
    email: 'petr@other.example',
    name: 'Пётр Скидкин',
    role: 'partner_owner',
    partnerId,
  });
  expect((await heard())[0]).toMatchObject({
    metIn: 'invitation',
    subjectId: invitation.id,
    who: 'Пётр Скидкин',
    by: ['person'],
  });
  const theirs = await world.contextOfPartner(partnerId);
  await expect(ask(listStopMeetings, theirs, { query: {} })).rejects.toMatchObject({ kind: 'not_permitted' });
  const rows = await look(theirs, (tx) => sql`SELECT FROM recruiting.stop_meeting`.execute(tx.db));
  expect(rows.rows).toHaveLength(0);
});

test('who is here already is met when somebody comes on the list (S0.72)', async () => {
  const partnerId = await working('Давно с нами');
  await addFace(head, { partnerId, side: 'theirs', name: 'Анна', phone: '+7 900 555-44-33' });
  const before = await heard();
  const { id } = await proposeStop(head, {
    name: 'Новый в списке',
    phone: '8 900 555 44 33',
    reasonCode: 'fraud',
    evidence: 'Подделал акт сверки: письмо клиента и два разных экземпляра акта',
  });
  expect(await heard()).toHaveLength(before.length);
  await decideStop(owner, { entryId: id, approved: true });
  const after = await heard();
  expect(after).toHaveLength(before.length + 1);
  expect(after[0]).toMatchObject({ metIn: 'partner', subjectId: partnerId, by: ['phone'], entry: { id } });
});

test('met by name first, it is told again when it is them for sure, and «not them» is refused at once (S0.72)', async () => {
  const { id: partnerId } = await createPartner(head, { name: 'Скидка навсегда' });
  const [byName] = await heard();
  if (!byName) throw new Error('not met');
  expect(byName).toMatchObject({ subjectId: partnerId, by: ['name'], sure: false });
  await updatePartner(head, { partnerId, fields: { taxNumber: '7707083893' } });
  const other = { decision: 'other', note: 'Показалось' } as const;
  await expect(decideStopMeeting(head, { meetingId: byName.id, ...other })).rejects.toMatchObject({
    code: 'recruiting.surely_the_same',
  });
  const [surely] = await heard();
  expect(surely).toMatchObject({ subjectId: partnerId, by: ['name', 'tax_number'], sure: true });
  const told = (await newsOf(owner.actor.id)).length;
  await updatePartner(head, { partnerId, fields: { note: 'Звонили' } });
  expect((await heard())[0]?.id).toBe(surely?.id);
  expect(await newsOf(owner.actor.id)).toHaveLength(told);
});

test('a partner told apart is met again when more than the name is the same (S0.72)', async () => {
  const { id: partnerId } = await createPartner(head, { name: 'Скидка навсегда' });
  const [byName] = await heard();
  if (!byName) throw new Error('not met');
  await decideStopMeeting(head, { meetingId: byName.id, decision: 'other', note: 'Другой ИНН' });
  expect((await heard()).filter(({ subjectId }) => subjectId === partnerId)).toEqual([]);
  await updatePartner(head, { partnerId, fields: { phone: '+7 900 000-00-17' } });
  expect((await heard())[0]).toMatchObject({ subjectId: partnerId, by: ['name', 'phone'], sure: true });
});

test('a person added to a partner is met, and one whose telephone became known (S0.72)', async () => {
  const { id: partnerId } = await createPartner(head, { name: 'С новым человеком' });
  const { id: faceId } = await addFace(head, { partnerId, side: 'theirs', name: 'Пётр Скидкин' });
  expect((await heard())[0]).toMatchObject({ metIn: 'partner', subjectId: partnerId, by: ['person'] });
  await updateFace(head, { faceId, fields: { phone: '8 900 000 00 17' } });
  expect((await heard())[0]).toMatchObject({ subjectId: partnerId, by: ['person', 'phone'], sure: true });
});

test('whoever was invited or signs in for a partner is met when they come on the list (S0.72)', async () => {
  const partnerId = await working('С кабинетом');
  const invite = (email: string, name: string) =>
    inviteMember(head, { email, name, role: 'partner_staff', partnerId });
  const waits = await invite('waits@first.example', 'Ждёт');
  const gone = await invite('gone@second.example', 'Отозван');
  const here = await invite('before@third.example', 'Прежнее имя');
  const member = (await world.contextOfPartner(partnerId)).actor.id;
  await transact(world.system, async (tx) => {
    const mine = sql`workspace_id = ${tx.workspaceId}::uuid`;
    await sql`UPDATE identity.invitation SET withdrawn_at = ${tx.now()} WHERE ${mine} AND id = ${gone.id}`.execute(
      tx.db,
    );
    await sql`
      UPDATE identity.invitation SET accepted_at = ${tx.now()}, member_id = ${member}
      WHERE ${mine} AND id = ${here.id}`.execute(tx.db);
    await sql`
      UPDATE identity.member SET name = 'Здесь', email = 'here@fourth.example' WHERE ${mine} AND id = ${member}`.execute(
      tx.db,
    );
  });
  const before = await heard();
  for (const email of ['waits@first.example', 'gone@second.example', 'here@fourth.example']) {
    const { id } = await proposeStop(head, {
      name: email,
      email,
      reasonCode: 'fraud',
      evidence: 'Подделал акт сверки: письмо клиента и два разных экземпляра акта',
    });
    await decideStop(owner, { entryId: id, approved: true });
  }
  const after = await heard();
  const met = after.filter(({ id }) => !before.some((one) => one.id === id));
  expect(new Map(met.map(({ metIn, subjectId, who }) => [subjectId, `${metIn} ${who}`]))).toEqual(
    new Map([
      [waits.id, 'invitation Ждёт'],
      [here.id, 'invitation Здесь'],
    ]),
  );
});

test('of two looks at everybody the one furthest behind goes on (S0.72)', () => {
  const at = new Date('2026-11-20T09:00:00Z');
  const looks = [
    { door: 'deal', after: '', at },
    { door: 'partner', after: 'b', at },
    { door: 'partner', after: 'a', at },
  ] as const;
  expect(furthestBehind(looks)).toBe(looks[2]);
  expect(furthestBehind([])).toBeUndefined();
});

async function working(name: string): Promise<Id<'partner'>> {
  const { id: partnerId } = await createPartner(head, { name });
  const day = businessDate('2026-01-12');
  await openAgreements(world.system, [
    { partnerId, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
  ]);
  return partnerId;
}
