import { openAgreements } from '@mosty/agreements';
import { registerDeal } from '@mosty/deals';
import {
  addFace,
  createPartner as writePartner,
  defineForgetting,
  removeFace,
  setRequisites,
  updatePartner,
} from '@mosty/directory';
import { createPartner } from '@mosty/directory/contract';
import { erasePeople } from '@mosty/exits';
import { readExit } from '@mosty/exits/contract';
import { exitsRoutes } from '@mosty/exits/http';
import { noteGiven } from '@mosty/framework';
import { inviteMember, queueMessage } from '@mosty/identity';
import { listAudit } from '@mosty/identity/contract';
import { identityRoutes } from '@mosty/identity/http';
import type { Context } from '@mosty/kernel/context';
import { look, transact, withIdempotency } from '@mosty/kernel/db';
import { drainEvents } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { applyToProgramme, readProgrammePage, saveProgramme, takeApplication } from '@mosty/recruiting';
import { REACTIONS } from '@mosty/server/composition';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Strings nobody else has: whoever finds one of them after the erasure found a person. */
const PERSON = 'Зинаида Уникальцева';
const GONE = 'Аполлинарий Ушедший';
const SECOND = 'Евстафий Приглашённый';
const EMAIL = 'zina.unikalceva@erase.example';
const FIRM_EMAIL = 'kontakt@erase.example';
const PHONE = '+7 905 555-12-34';
const CHANNEL = 't.me/zina_unikalceva';
/** In a file of long ago, changed by hand since; and written as another program writes it. */
const OLD_EMAIL = 'zina.staraya@erase.example';
const SPELT_PHONE = '8 (905) 555-12-34';
const ALL = [
  OLD_EMAIL,
  SPELT_PHONE,
  PERSON,
  GONE,
  SECOND,
  EMAIL,
  FIRM_EMAIL,
  PHONE,
  CHANNEL,
  'gone@erase.example',
  'evstafy@erase.example',
];
/** Speaks for two partners; one of them stays. */
const SHARED = 'anna@both.example';
const OFFICE = '+7 843 200-10-20';
/** What was signed is a document: who accepted, and on whose requisites money goes (russia.md, 152-ФЗ and the books). */
const DOCUMENTS = ['agreements.acceptance', 'agreements.text_word', 'directory.requisites'];

let database: TestDatabase;
let world: World;
let head: Context;
let partnerId: Id<'partner'>;
let stays: Id<'partner'>;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const ask = askOf([...exitsRoutes, ...identityRoutes]);

/** Every table of the database as a dump would hold it, and which of these strings stand in it. */
async function dumpHolds(): Promise<Map<string, string[]>> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query(`SELECT set_config('app.workspace_id', '${world.workspaceId}', false)`);
    const { rows: tables } = await client.query<{ name: string }>(`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`);
    const found = new Map<string, string[]>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ held: string }>(
        `SELECT DISTINCT w.held FROM ${name} t, unnest($1::text[]) AS w(held)
         WHERE strpos(lower(t::text), lower(w.held)) > 0`,
        [ALL],
      );
      if (rows.length > 0) found.set(name, rows.map(({ held }) => held).sort());
    }
    return found;
  } finally {
    await client.end();
  }
}

const asOwner = async (statement: string) => {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL app.workspace_id = '${world.workspaceId}'; ${statement}; COMMIT`);
  } finally {
    await client.end();
  }
};

/** With words nobody else applied with, from a stranger to a partner. */
async function comeBy(person: string, email: string): Promise<Id<'partner'>> {
  const at = { clock: world.clock, ids: world.system.ids };
  const { consent } = await readProgrammePage(world.system.database, 'partners', at);
  await applyToProgramme(
    world.system.database,
    {
      slug: 'partners',
      language: 'ru',
      consentHash: consent.bodyHash,
      name: `Салон ${email}`,
      person,
      email,
      phone: OFFICE,
      about: 'Пишите мне',
      answers: { experience: 'none', readyToTell: true, bringsClients: true, together: false },
      address: '192.0.2.2',
    },
    at,
  );
  const { rows } = await look(head, (tx) =>
    sql<{ id: Id<'application'> }>`SELECT id FROM recruiting.application WHERE email = ${email}`.execute(
      tx.db,
    ),
  );
  const [one] = rows;
  if (!one) throw new Error('nobody applied');
  const taken = await takeApplication(head, { applicationId: one.id, path: 'standard' });
  return taken.partnerId as Id<'partner'>;
}

/** Rows as a file of partners leaves them: whom each made, and what it said of them. */
async function fileOf(rows: readonly { made: string | null; body: object }[]): Promise<void> {
  const importId = world.system.ids.next('import_file', world.clock.now());
  const at = `'${world.workspaceId}', '${importId}'`;
  const sample = JSON.stringify({
    rows: rows.map(({ body }, line) => ({ line: line + 2, cells: Object.values(body) })),
  });
  await asOwner(
    `INSERT INTO integrations.import_file (workspace_id, id, kind, state, filename, format, bytes, sha256, header, signature,
       sample, mapping, created_at, created_by)
     VALUES (${at}, 'partners', 'applied', 'p.csv', 'csv', 1, 'x', '{}', 'x', '${sample}', '{}', now(), 'mem_x')`,
  );
  for (const [line, { made, body }] of rows.entries())
    await asOwner(
      `INSERT INTO integrations.import_row (workspace_id, import_id, line, rows, at, credit, body, state, made)
       VALUES (${at}, ${line + 2}, 1, 'epoch', 'no', '${JSON.stringify(body)}', 'new', ${made ? `'${made}'` : 'NULL'})`,
    );
}

/** The parting is over and its day has come. */
async function partedLongAgo(name: string): Promise<Id<'partner'>> {
  const { id } = await writePartner(world.system, { name });
  await addFace(head, { partnerId: id, side: 'theirs', name: `Человек ${name}` });
  const of = `'${world.workspaceId}', '${id}'`;
  await asOwner(
    `INSERT INTO lifecycle.standing (workspace_id, partner_id, path, stage, since, passage_no, taken_over)
     VALUES (${of}, 'standard', 'ended', now(), 1, false);
     INSERT INTO exits.exit (workspace_id, partner_id, no, began_at, closed_at, retention_on, retention_set_by)
     VALUES (${of}, 1, now(), now(), '2031-03-02', 'mem_x')`,
  );
  return id;
}

const personsOf = async (id: string) => {
  const { rows } = await look(head, (tx) =>
    sql<{
      name: string;
    }>`SELECT name FROM directory.v_face WHERE partner_id = ${id} AND side = 'theirs'`.execute(tx.db),
  );
  return rows.map(({ name }) => name);
};

test('everything known of the people of a partner stands in many places', async () => {
  await saveProgramme(head, {
    slug: 'partners',
    words: {
      ru: {
        title: 'Партнёры',
        lead: 'Зовём',
        forWhom: 'Всем',
        weGive: 'Помощь',
        theyGive: 'Клиентов',
        money: '20 %',
      },
      en: null,
    },
    isOpen: true,
    counts: null,
  });
  const { consent } = await readProgrammePage(world.system.database, 'partners', {
    clock: world.clock,
    ids: world.system.ids,
  });
  await applyToProgramme(
    world.system.database,
    {
      slug: 'partners',
      language: 'ru',
      consentHash: consent.bodyHash,
      name: 'Салон пряжи',
      person: PERSON,
      email: EMAIL,
      phone: PHONE,
      about: `Пишите мне: ${CHANNEL}`,
      answers: { experience: 'none', readyToTell: true, bringsClients: true, together: false },
      address: '192.0.2.1',
    },
    { clock: world.clock, ids: world.system.ids },
  );
  const { rows } = await look(head, (tx) =>
    sql<{ id: Id<'application'> }>`SELECT id FROM recruiting.application`.execute(tx.db),
  );
  const [application] = rows;
  if (!application) throw new Error('nobody applied');
  const taken = await takeApplication(head, { applicationId: application.id, path: 'standard' });
  partnerId = taken.partnerId as Id<'partner'>;
  const day = businessDate('2026-01-12');
  await openAgreements(world.system, [
    { partnerId, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
  ]);
  await addFace(head, {
    partnerId,
    side: 'theirs',
    name: SECOND,
    email: 'evstafy@erase.example',
    phone: PHONE,
    channel: CHANNEL,
  });
  const gone = await addFace(head, { partnerId, side: 'theirs', name: GONE, email: 'gone@erase.example' });
  await removeFace(head, { faceId: gone.id });
  await inviteMember(head, {
    email: 'evstafy@erase.example',
    name: SECOND,
    role: 'partner_owner',
    partnerId,
  });
  const theirs = await world.contextOfPartner(partnerId);
  await asOwner(
    `UPDATE identity.member SET name = '${PERSON}', email = '${EMAIL}' WHERE id = '${theirs.actor.id}'`,
  );
  await registerDeal(theirs, { client: { name: 'Пекарня' }, handoverBasis: 'client_request' });
  await transact(world.system, (tx) =>
    queueMessage(tx, {
      kind: 'partner_letter',
      to: FIRM_EMAIL,
      letter: { subject: `Здравствуйте, ${PERSON}`, text: PHONE },
    }),
  );
  await setRequisites(head, {
    partnerId,
    country: 'RU',
    legalForm: 'sole_proprietor',
    legalName: `ИП ${PERSON}`,
    taxNumber: '500100732259',
    fields: {},
    bank: {
      account: '40802810000000000002',
      bik: '044525225',
      bankName: 'ПАО Сбербанк',
      correspondentAccount: '30101810400000000225',
    },
  });
  await withIdempotency(head, createPartner, 'repeated-key', { name: 'x' }, async () => ({
    email: EMAIL,
    person: PERSON,
  }));
  await withIdempotency(head, createPartner, 'another-key', { name: 'x' }, async () => ({
    email: EMAIL.toUpperCase(),
  }));
  await updatePartner(head, {
    partnerId,
    fields: { email: FIRM_EMAIL, phone: PHONE, note: `Спросить ${PERSON}` },
  });
  stays = await comeBy('Анна Остающаяся', SHARED);
  await addFace(head, {
    partnerId,
    side: 'theirs',
    name: SECOND,
    email: SHARED.toUpperCase(),
    phone: '8 843 2001020',
  });
  await asOwner(`UPDATE identity.member SET email = 'ours@both.example' WHERE id = '${head.actor.id}'`);
  await addFace(head, { partnerId, side: 'theirs', name: SECOND, email: 'ours@both.example' });
  for (const to of [SHARED, 'ours@both.example'])
    await transact(world.system, (tx) =>
      queueMessage(tx, { kind: 'partner_letter', to, letter: { subject: 'Живым', text: 'Мы тут' } }),
    );
  await fileOf([
    { made: partnerId, body: { name: 'Салон пряжи', email: OLD_EMAIL, phone: SPELT_PHONE } },
    { made: null, body: { name: 'Пряжа', phone: SPELT_PHONE } },
  ]);
  await fileOf([{ made: stays, body: { name: 'Второй салон', email: SHARED, phone: OFFICE } }]);
  await noteGiven(head, { partnerId, place: 0, givenOn: '2026-01-12', toWhom: PERSON });
  await drainEvents({
    database: world.system.database,
    reactions: REACTIONS,
    contextOf: async () => world.system,
    onFailure: (_reaction, error) => {
      throw error;
    },
  });
  const held = await dumpHolds();
  for (const table of [
    'directory.face',
    'directory.partner',
    'identity.member',
    'identity.invitation',
    'identity.outbox_message',
    'recruiting.application',
    'kernel.idempotency',
    'integrations.import_row',
    'integrations.import_file',
    'framework.given_service',
    ...DOCUMENTS.slice(1),
  ])
    expect([...held.keys()], table).toContain(table);
});

test('not before its day, not of one who came back; then nothing of it is left in a dump but documents (152-ФЗ)', async () => {
  await asOwner(`UPDATE lifecycle.standing SET stage = 'ended' WHERE partner_id = '${partnerId}'`);
  await asOwner(
    `INSERT INTO exits.exit (workspace_id, partner_id, no, began_at, closed_at, retention_on, retention_set_by)
     VALUES ('${world.workspaceId}', '${partnerId}', 1, now(), now(), '2031-03-02', 'mem_x')`,
  );
  expect(await erasePeople(world.system)).toEqual({ partners: 0 });
  expect((await ask(readExit, head, { params: { partnerId } })).people).toMatchObject({
    faces: 5,
    erasedAt: null,
  });
  world.clock.set(new Date('2031-03-03T09:00:00Z'));
  await asOwner(`UPDATE lifecycle.standing SET stage = 'working' WHERE partner_id = '${partnerId}'`);
  expect(await erasePeople(world.system)).toEqual({ partners: 0 });
  await asOwner(`UPDATE lifecycle.standing SET stage = 'ended' WHERE partner_id = '${partnerId}'`);
  const both = await Promise.all([erasePeople(world.system), erasePeople(world.system)]);
  expect(both.reduce((sum, { partners }) => sum + partners, 0)).toBe(1);
  expect(await erasePeople(world.system)).toEqual({ partners: 0 });
  const left = await dumpHolds();
  expect([...left.keys()].filter((table) => !DOCUMENTS.includes(table))).toEqual([]);
  const page = await ask(readExit, head, { params: { partnerId } });
  expect(page.people.erasedAt).not.toBeNull();
  expect(page.partnerName).toBe('Салон пряжи');
  const { items } = await ask(listAudit, world.contextOf('owner'), { query: {} });
  expect(items.map(({ verb }) => verb)).toContain('exits.erase_people');
});

test('what also leads to a partner that stays, or to one of us, is theirs and stands as it was (152-ФЗ)', async () => {
  const { rows } = await look(head, (tx) =>
    sql<{ person: string; phone: string; told: object; letters: string[] }>`
      SELECT a.person, a.phone,
        (SELECT body FROM integrations.import_row WHERE made = ${stays}) AS told,
        ARRAY(SELECT DISTINCT to_email FROM identity.outbox_message WHERE subject = 'Живым' ORDER BY 1) AS letters
      FROM recruiting.application a WHERE a.partner_id = ${stays}`.execute(tx.db),
  );
  expect(rows).toEqual([
    {
      person: 'Анна Остающаяся',
      phone: OFFICE,
      told: { name: 'Второй салон', email: SHARED, phone: OFFICE },
      letters: [SHARED, 'ours@both.example'],
    },
  ]);
  expect(await personsOf(stays)).toContain('Анна Остающаяся');
});

test('what was given is not rewritten: only the name of whom it was given to may go', async () => {
  const set = (change: string) =>
    asOwner(`UPDATE framework.given_service SET ${change} WHERE partner_id = '${partnerId}'`);
  await expect(set(`given_on = '2026-01-13'`)).rejects.toThrow('append-only');
  await expect(asOwner(`DELETE FROM framework.given_service`)).rejects.toThrow('append-only');
  await set(`to_whom = 'имя удалено'`);
});

test('whoever comes back while the list is gone through is not erased', async () => {
  const id = await partedLongAgo('Вернувшийся');
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL app.workspace_id = '${world.workspaceId}';
      SELECT id FROM directory.partner WHERE id = '${id}' FOR UPDATE;
      UPDATE lifecycle.standing SET stage = 'candidate' WHERE partner_id = '${id}'`);
    const erasing = erasePeople(world.system);
    await expect
      .poll(async () => {
        const { rows } = await client.query(`SELECT FROM pg_locks WHERE NOT granted`);
        return rows.length;
      })
      .toBeGreaterThan(0);
    await client.query('COMMIT');
    expect(await erasing).toEqual({ partners: 0 });
  } finally {
    await client.end();
  }
  expect(await personsOf(id)).toEqual(['Человек Вернувшийся']);
});

test('one that cannot be erased is told of and does not keep the others', async () => {
  const [first, second] = [await partedLongAgo('Первый'), await partedLongAgo('Второй')];
  const unlucky = first < second ? first : second;
  let isBroken = true;
  defineForgetting('a module with a fault', async (_tx, who) => {
    if (isBroken && who.partnerId === unlucky) throw new Error('no disk');
  });
  await expect(erasePeople(world.system)).rejects.toThrow(
    `people of ${unlucky} are not erased: Error: no disk`,
  );
  const lucky = unlucky === first ? second : first;
  expect(await personsOf(lucky)).toEqual(['имя удалено']);
  expect(await personsOf(unlucky)).not.toEqual(['имя удалено']);
  isBroken = false;
  expect(await erasePeople(world.system)).toEqual({ partners: 1 });
});
