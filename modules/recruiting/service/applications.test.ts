import { textsNow } from '@mosty/agreements';
import { partnersById } from '@mosty/directory';
import { draftScheme, publishVersion } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { gateOf, standingOf } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOfApplications } from '../store/applications.ts';
import { applyToProgramme, readProgrammePage } from './apply-to-programme.ts';
import { declineApplication, takeApplication } from './decide-application.ts';
import { decideStop } from './decide-stop.ts';
import { proposeStop } from './propose-stop.ts';
import { saveProgramme } from './save-programme.ts';
import './stop-evidence.ts';
import { stopsLike } from './stop-matches.ts';

let database: TestDatabase;
let world: World;
let consentHash: string;
const ru = {
  title: 'Партнёры Склада',
  lead: 'Мы вместе помогаем магазинам',
  forWhom: 'Внедренцам',
  weGive: 'Отвечаем за день',
  theyGive: 'Говорите правду',
  money: '20 % с каждой оплаты',
};
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  await saveProgramme(world.contextOf('head'), { slug: 'sklad', words: { ru, en: null }, isOpen: true });
  consentHash = (await readProgrammePage(world.database, 'sklad', world)).consent.bodyHash;
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

let sent = 0;
function apply(fields: Partial<Parameters<typeof applyToProgramme>[1]> = {}) {
  sent += 1;
  return applyToProgramme(
    world.database,
    {
      slug: 'sklad',
      name: `Заявитель ${sent}`,
      person: 'Анна Петрова',
      email: `anna${sent}@applicant.example`,
      about: 'Внедряем учёт',
      answers: { experience: 'none', readyToTell: false, bringsClients: true, together: false },
      language: 'ru',
      consentHash,
      address: `192.0.2.${sent}`,
      ...fields,
    },
    world,
  );
}
const waiting = () =>
  look(world.system, (tx) => pageOfApplications(tx, { show: 'waiting', after: null, limit: 50 }));

test('an application becomes a partner at the first stage, with its person and its consent (S1.52)', async () => {
  await apply({ introducedBy: 'Вектор CRM', city: 'Пермь' });
  const [one] = await waiting();
  if (!one) throw new Error('nothing came');
  await expect(
    takeApplication(world.contextOf('analyst'), { applicationId: one.id, path: 'standard' }),
  ).rejects.toMatchObject({ kind: 'not_permitted' });
  const taken = await takeApplication(world.contextOf('manager'), {
    applicationId: one.id,
    path: 'standard',
  });
  const partnerId = taken.partnerId;
  if (!partnerId) throw new Error('no partner was made');
  const [partner, standing] = await look(world.system, async (tx) => [
    (await partnersById(tx, [partnerId]))[0],
    (await standingOf(tx, [partnerId])).get(partnerId),
  ]);
  expect(partner).toMatchObject({ name: one.name, city: 'Пермь', email: one.email });
  expect(standing).toMatchObject({ stage: 'mention', takenOver: false });
  const words = await look(world.system, (tx) =>
    sql<{ person: string; hash: string }>`
      SELECT person, body_hash AS hash FROM agreements.text_word WHERE partner_id = ${partnerId}`.execute(
      tx.db,
    ),
  );
  expect(words.rows).toEqual([{ person: 'Анна Петрова', hash: consentHash }]);
  await expect(
    takeApplication(world.contextOf('manager'), { applicationId: one.id, path: 'standard' }),
  ).rejects.toMatchObject({ code: 'recruiting.application_decided' });
});

test('who is on the stop list is thanked like anybody; ours see it, and the gate holds (S0.72)', async () => {
  const { id } = await proposeStop(world.contextOf('head'), {
    name: 'Слив',
    taxNumber: '7707083893',
    reasonCode: 'deceived_clients',
    evidence: 'Продавал скидку, которой не было: жалобы трёх клиентов',
  });
  await decideStop(world.contextOf('owner'), { entryId: id, approved: true });
  await expect(apply({ name: 'Чистый лист', taxNumber: '7707 083893' })).resolves.toBeUndefined();
  const one = (await waiting()).find(({ name }) => name === 'Чистый лист');
  if (!one) throw new Error('nothing came');
  expect(await look(world.system, (tx) => stopsLike(tx, [one]))).toMatchObject([{ entryId: id, sure: true }]);
  const taken = await takeApplication(world.contextOf('head'), { applicationId: one.id, path: 'referral' });
  if (!taken.partnerId) throw new Error('no partner was made');
  const gates = await gateOf(world.contextOf('head'), taken.partnerId);
  const gate = gates.find(({ to }) => to === 'candidate');
  expect(gate?.evidence).toMatchObject([{ code: 'not_stop_listed', met: false }]);
});

test('the same box sent twice is one application; a program that fills what nobody sees is none', async () => {
  const before = (await waiting()).length;
  await apply({ email: 'twice@applicant.example' });
  await apply({ email: 'TWICE@applicant.example' });
  await apply({ fax: 'buy now' });
  expect(await waiting()).toHaveLength(before + 1);
});

test('a decline goes with its letter', async () => {
  await apply({ email: 'no@applicant.example' });
  const one = (await waiting()).find(({ email }) => email === 'no@applicant.example');
  if (!one) throw new Error('nothing came');
  await declineApplication(world.contextOf('manager'), {
    applicationId: one.id,
    reasonCode: 'other_audience',
    letter: { subject: 'Спасибо', text: 'Сейчас мы не подходим друг другу' },
  });
  const letters = await look(world.system, (tx) =>
    sql<{
      body: string;
    }>`SELECT body FROM identity.outbox_message WHERE to_email = 'no@applicant.example'`.execute(tx.db),
  );
  expect(letters.rows).toHaveLength(1);
});

test('a consent nobody saw is no consent, a closed page takes nothing, and nobody asks without end', async () => {
  await expect(apply({ consentHash: 'x'.repeat(64) })).rejects.toMatchObject({
    code: 'recruiting.consent_changed',
  });
  const hash = await look(world.system, async (tx) => (await textsNow(tx)).map((one) => one.bodyHash));
  expect(hash).toContain(consentHash);
  for (let time = 0; time < 5; time += 1) await apply({ address: '198.51.100.7' });
  await expect(apply({ address: '198.51.100.7' })).rejects.toMatchObject({
    code: 'recruiting.applied_too_often',
  });
  await saveProgramme(world.contextOf('head'), { slug: 'sklad', words: { ru, en: null }, isOpen: false });
  await expect(apply()).rejects.toMatchObject({ code: 'recruiting.no_programme' });
  await expect(readProgrammePage(world.database, 'sklad', world)).rejects.toMatchObject({
    kind: 'not_found',
  });
});

test('the page counts one payment by the scheme it names, line by line; a draft is not shown to strangers', async () => {
  const terms = termsSchema.parse({
    format: 1,
    currency: 'RUB',
    pay: [{ kind: 'percent', ratePpm: 200_000 }],
    holdDays: 14,
    approval: 'auto',
  });
  const validFrom = businessDate('2026-01-01');
  const { schemeId, versionId } = await draftScheme(world.contextOf('head'), {
    name: '20 %',
    terms,
    validFrom,
  });
  const counts = { schemeId, saleMinor: 1_200_000n };
  const save = (slug: string) =>
    saveProgramme(world.contextOf('head'), { slug, words: { ru, en: null }, isOpen: true, counts });
  await expect(save('money')).rejects.toMatchObject({ code: 'recruiting.scheme_not_in_force' });
  await publishVersion(world.contextOf('owner'), { versionId });
  await save('money');
  const { counted } = await readProgrammePage(world.database, 'money', world);
  expect(counted).toMatchObject({ currency: 'RUB', saleMinor: 1_200_000n, feesMinor: 0n });
  expect(counted?.parts).toMatchObject([{ kind: 'commission', amountMinor: 240_000n }]);
  expect(counted?.parts[0]?.explanation.lines.map(({ code }) => code)).toEqual([
    'sale',
    'percent',
    'rounded',
  ]);
  await saveProgramme(world.contextOf('head'), { slug: 'money', words: { ru, en: null }, isOpen: true });
  expect((await readProgrammePage(world.database, 'money', world)).counted).toBeNull();
});
