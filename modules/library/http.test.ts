import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as z from 'zod';
import { openAgreements } from '@mosty/agreements';
import type { Kind } from '@mosty/agreements/contract';
import { createPartner } from '@mosty/directory';
import { storeFile, sweepFiles } from '@mosty/files';
import { assignScheme, draftScheme, publishVersion } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { Operation } from '@mosty/kernel/operation';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, textOf, type TestDatabase, type World } from '@mosty/testkit';
import * as api from './contract.ts';
import { libraryRoutes } from './http.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let creatorId: Id<'partner'>;
let creator: Context;
let agent: Context;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database, { startAt: new Date('2026-11-21T09:00:00Z') });
  head = world.contextOf('head');
  creatorId = await partnerOf('Автор', 'creator');
  creator = await world.contextOfPartner(creatorId);
  agent = await world.contextOfPartner(await partnerOf('Агент', 'agent'));
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

async function partnerOf(name: string, kind: Kind): Promise<Id<'partner'>> {
  const { id } = await createPartner(world.system, { name });
  const day = businessDate('2026-01-01');
  const [made] = await openAgreements(world.system, [
    { partnerId: id, class: 'partner_sales', kind, startsOn: day, signedOn: day, launchedOn: day },
  ]);
  expect(made?.outcome).not.toBe('refused');
  return id;
}

async function call(
  operation: Operation,
  ctx: Context,
  input: { params?: unknown; query?: unknown; body?: unknown } = {},
): Promise<unknown> {
  const route = libraryRoutes.find((served) => served.operation.id === operation.id);
  if (!route) throw new Error(`nobody serves ${operation.id}`);
  return route.handle(ctx, {
    params: operation.params.parse(input.params ?? {}),
    query: operation.query.parse(input.query ?? {}),
    body: operation.body.parse(input.body),
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  });
}

async function ask<O extends Operation>(
  operation: O,
  ctx: Context,
  input: { params?: unknown; query?: unknown; body?: unknown } = {},
): Promise<z.output<O['answer']>> {
  return operation.answer.parse(await call(operation, ctx, input)) as z.output<O['answer']>;
}

const words = (title: string, told: object = {}) => ({
  title,
  kind: 'script',
  content: { form: 'text', body: 'Здравствуйте! Как сейчас ведёте склад?' },
  publish: true,
  ...told,
});
const titles = async (ctx: Context, query: object = {}) =>
  (await ask(api.listAssets, ctx, { query })).items.map(({ title }) => title);

it('S1.53, S2.29: partners see what is published for their kind, by the database too; drafts and archives are ours', async () => {
  await ask(api.createAsset, head, { body: words('Для всех') });
  await ask(api.createAsset, head, { body: words('Для авторов', { kinds: ['creator'] }) });
  const draft = await ask(api.createAsset, head, { body: words('Черновик', { publish: false }) });
  expect((await titles(creator)).toSorted()).toEqual(['Для авторов', 'Для всех']);
  expect(await titles(agent)).toEqual(['Для всех']);
  expect(await titles(creator, { show: 'all' })).not.toContain('Черновик');
  const params = { assetId: draft.id };
  await expect(ask(api.readAsset, creator, { params })).rejects.toMatchObject({
    code: 'library.asset_unknown',
  });
  await expect(ask(api.openAsset, creator, { params })).rejects.toMatchObject({
    code: 'library.asset_unknown',
  });
  const bodies = await look(agent, (tx) => sql`SELECT asset_id FROM library.asset_version`.execute(tx.db));
  expect(bodies.rows).toHaveLength(1);
  await ask(api.setAssetState, head, { params, body: { state: 'published' } });
  expect(await titles(agent)).toContain('Черновик');
  await ask(api.setAssetState, head, { params, body: { state: 'archived' } });
  expect(await titles(agent)).not.toContain('Черновик');
  expect(await titles(head, { show: 'archived' })).toEqual(['Черновик']);
});

it('S1.50: openings are counted by partner and day, ours apart, and nobody sees those of another', async () => {
  const { id: assetId } = await ask(api.createAsset, head, { body: words('Показ') });
  const params = { assetId };
  expect(await ask(api.openAsset, creator, { params })).toEqual({ counted: 'partner' });
  await ask(api.openAsset, creator, { params });
  await ask(api.openAsset, agent, { params });
  expect(await ask(api.openAsset, head, { params })).toEqual({ counted: 'own' });
  const shown = await ask(api.readAsset, head, { params });
  expect(shown.used).toEqual({ opens: 3, partners: 2, ownOpens: 1, clientsAfter: 0 });
  expect(shown.readers.map(({ name, opens }) => [name, opens])).toEqual([
    ['Автор', 2],
    ['Агент', 1],
  ]);
  const own = await ask(api.readAsset, agent, { params });
  expect([own.used, own.readers, own.versions]).toEqual([null, [], []]);
  const seen = await look(agent, (tx) => sql`SELECT partner_id FROM library.opening`.execute(tx.db));
  expect(seen.rows).toHaveLength(1);
  expect((await ask(api.countMaterials, head)).best).toMatchObject({ title: 'Показ', opens: 3 });
});

it('a file is shown through its material only, renewed by versions, and not swept while a version names it', async () => {
  const store = (body: string) =>
    storeFile(head, { stream: Readable.from([`%PDF-1.7 ${body}`]), name: 'показ.pdf', purpose: 'library' });
  const first = await store('первый');
  const made = await ask(api.createAsset, head, {
    body: words('Презентация', {
      kind: 'presentation',
      kinds: ['creator'],
      content: { form: 'file', fileId: first.id },
    }),
  });
  const params = { assetId: made.id };
  expect(made.file).toMatchObject({ name: 'показ.pdf', mediaType: 'application/pdf' });
  const seen = await ask(api.readAsset, creator, { params });
  expect(seen.file?.name).toBe('показ.pdf');
  const bytes = async (ctx: Context) =>
    text(((await call(api.readAssetFile, ctx, { params })) as FileAnswer).content as Readable);
  expect(await bytes(creator)).toContain('первый');
  await expect(bytes(agent)).rejects.toMatchObject({ code: 'library.asset_unknown' });

  const second = await store('второй');
  const renewed = await ask(api.changeAsset, head, {
    params,
    body: {
      title: 'Презентация',
      kind: 'presentation',
      kinds: ['creator'],
      content: { form: 'file', fileId: second.id },
    },
  });
  expect(renewed.versions.map(({ version }) => version)).toEqual([2, 1]);
  expect(await bytes(creator)).toContain('второй');
  world.clock.set(new Date(Date.now() + 10 * 86_400_000));
  expect(await sweepFiles(world.system)).toMatchObject({ files: 0 });
  world.clock.set(new Date('2026-11-21T09:00:00Z'));

  const receipt = await storeFile(head, {
    stream: Readable.from(['%PDF-1.7']),
    name: 'чек.pdf',
    purpose: 'receipt',
  });
  await expect(
    ask(api.createAsset, head, {
      body: words('Чужой чек', { content: { form: 'file', fileId: receipt.id } }),
    }),
  ).rejects.toMatchObject({ code: 'library.file_unknown' });
});

const answer = { question: 'Сколько стоит внедрение?', answer: 'От 60 тысяч.', forPartners: true };

it('S1.53: one question has one answer however it is written, also when two write it at once', async () => {
  const { id: answerId } = await ask(api.writeAnswer, head, { body: answer });
  await expect(
    ask(api.writeAnswer, head, { body: { ...answer, question: 'сколько  стоит ВНЕДРЕНИЕ' } }),
  ).rejects.toMatchObject({ code: 'library.answered_already' });
  const both = await Promise.allSettled(
    [1, 2].map(() =>
      ask(api.writeAnswer, head, { body: { ...answer, question: 'Есть ли пробный период?' } }),
    ),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await ask(api.writeAnswer, head, {
    body: { question: 'Какая у нас скидка?', answer: 'До 10 %.', forPartners: false },
  });
  const asked = async (ctx: Context, q: string) =>
    (await ask(api.listAnswers, ctx, { query: { q } })).items.map(({ question }) => question);
  expect(await asked(creator, 'внедрение')).toEqual(['Сколько стоит внедрение?']);
  expect(await asked(creator, 'скидка')).toEqual([]);
  expect(await asked(head, 'скидка')).toEqual(['Какая у нас скидка?']);
  await ask(api.changeAnswer, head, { params: { answerId }, body: { ...answer, state: 'archived' } });
  expect(await asked(creator, 'внедрение')).toEqual([]);
  await ask(api.writeAnswer, head, { body: answer });
  await expect(
    ask(api.changeAnswer, head, { params: { answerId }, body: { ...answer, state: 'published' } }),
  ).rejects.toMatchObject({ code: 'library.answered_already' });
});

it('after ninety days somebody is asked to look, and confirms in one press or in bulk', async () => {
  world.clock.set(new Date('2027-02-20T09:00:00Z'));
  const { items } = await ask(api.listAssets, head, { query: { show: 'stale' } });
  const stale = (await ask(api.countMaterials, head)).staleAssets;
  expect(stale).toBe(items.length);
  expect(stale).toBeGreaterThan(2);
  const answers = (await ask(api.listAnswers, head, { query: { show: 'stale' } })).items;
  const { confirmed } = await ask(api.confirmMaterials, head, {
    body: { assetIds: items.map(({ id }) => id), answerIds: answers.map(({ id }) => id) },
  });
  expect(confirmed).toBe(items.length + answers.length);
  expect(await ask(api.countMaterials, head)).toMatchObject({ staleAssets: 0, staleAnswers: 0 });
  world.clock.set(new Date('2026-11-21T09:00:00Z'));
});

it('S1.64: partners join an idea of their kind in one press and may take it back; over is over', async () => {
  const idea = { title: 'Чёрная пятница', words: 'Показ вместе', fromOn: '2026-11-20', tillOn: '2026-11-30' };
  const { id: ideaId } = await ask(api.proposeIdea, head, { body: { ...idea, kinds: ['creator'] } });
  const params = { ideaId };
  await expect(ask(api.joinIdea, agent, { params, body: { takesPart: true } })).rejects.toMatchObject({
    code: 'library.idea_unknown',
  });
  await ask(api.joinIdea, creator, { params, body: { takesPart: true } });
  await ask(api.joinIdea, creator, { params, body: { takesPart: true } });
  const [shown] = (await ask(api.listIdeas, head, { query: {} })).items;
  expect(shown).toMatchObject({ when: 'now', joined: [{ partnerId: creatorId, name: 'Автор' }] });
  expect((await ask(api.listIdeas, agent, { query: {} })).items).toEqual([]);
  await ask(api.joinIdea, creator, { params, body: { takesPart: false } });
  world.clock.set(new Date('2026-12-01T09:00:00Z'));
  await expect(ask(api.joinIdea, creator, { params, body: { takesPart: true } })).rejects.toMatchObject({
    code: 'library.idea_over',
  });
  expect((await ask(api.listIdeas, head, { query: { show: 'over' } })).items).toHaveLength(1);
  await expect(ask(api.proposeIdea, head, { body: { ...idea, tillOn: '2026-11-01' } })).rejects.toMatchObject(
    { code: 'library.window_turned' },
  );
  world.clock.set(new Date('2026-11-21T09:00:00Z'));
});

it('S1.11, S1.53: the kit of each kind is counted of what is published', async () => {
  const { kits } = await ask(api.readKits, head);
  expect(kits[0]?.partners).toBe(1);
  const ofCreators = kits.find(({ kind }) => kind === 'creator');
  expect(ofCreators?.items.find(({ need }) => need === 'script')?.state).toBe('have');
  expect(ofCreators?.items.find(({ need }) => need === 'logo')?.state).toBe('missing');
  await expect(ask(api.readKits, creator)).rejects.toMatchObject({ kind: 'not_permitted' });
});

it('S1.53: a commission is clear when a scheme in force says it to everybody of the kind who accepted, alliances aside', async () => {
  const today = businessDate('2026-11-22');
  const partnerId = await partnerOf('Агентство', 'consultant');
  const agreementId = await look(head, async (tx) => {
    const { rows } = await sql<{ id: Id<'agreement'> }>`
      SELECT id FROM agreements.v_agreement WHERE partner_id = ${partnerId}`.execute(tx.db);
    return rows[0]?.id as Id<'agreement'>;
  });
  const commission = async () =>
    (await ask(api.readKits, head)).kits
      .find(({ kind }) => kind === 'consultant')
      ?.items.find(({ need }) => need === 'commission')?.state;
  expect(await commission()).toBe('missing');
  const terms = termsSchema.parse({
    format: 1,
    currency: null,
    pay: [{ kind: 'percent', ratePpm: 100_000 }],
    holdDays: 0,
  });
  const { schemeId, versionId } = await draftScheme(head, { name: '10 %', terms, validFrom: today });
  await publishVersion(world.contextOf('owner'), { versionId });
  await assignScheme(head, { agreementId, schemeId, validFrom: today });
  // It begins tomorrow; where the company is, tomorrow begins three hours before it does in Greenwich.
  expect(await commission()).toBe('missing');
  world.clock.set(new Date('2026-11-21T21:30:00Z'));
  expect(await commission()).toBe('have');
  for (const [klass, accepted] of [
    ['alliance', today],
    ['partner_sales', null],
  ] as const) {
    const { id } = await createPartner(world.system, { name: `Ещё ${klass}` });
    const startsOn = businessDate('2026-01-01');
    await openAgreements(world.system, [
      { partnerId: id, class: klass, kind: 'consultant', startsOn, signedOn: accepted && startsOn },
    ]);
  }
  expect(await commission()).toBe('have');
  world.clock.set(new Date('2026-11-21T09:00:00Z'));
});

it('S1.51: whoever made a material is named beside it, to partners too; former versions open as they were', async () => {
  const what = 'придумал сценарий';
  const made = await ask(api.createAsset, head, {
    body: words('Вместе', {
      contributors: [{ partnerId: creatorId, what }, { memberId: world.member('manager').id }],
    }),
  });
  const named = [
    { name: 'Автор', what, memberId: null, partnerId: creatorId },
    { name: 'manager', what: '', memberId: world.member('manager').id, partnerId: null },
  ];
  expect(made.contributors).toEqual(named);
  const params = { assetId: made.id };
  expect((await ask(api.readAsset, agent, { params })).contributors).toEqual(named);
  const { publish: _publish, content: _content, ...fields } = words('Вместе');
  // Whoever changes something else leaves them as they were.
  const content = { form: 'text', body: 'Новые слова' };
  const renewed = await ask(api.changeAsset, head, { params, body: { ...fields, content } });
  expect(renewed.contributors).toEqual(named);
  expect(renewed.versions.map(({ version, body }) => [version, body?.slice(0, 5)])).toEqual([
    [2, 'Новые'],
    [1, 'Здрав'],
  ]);
  expect((await ask(api.readAsset, agent, { params })).versions).toEqual([]);
  await expect(
    ask(api.changeAsset, head, {
      params,
      body: { ...fields, contributors: [{ memberId: creator.actor.id }] },
    }),
  ).rejects.toMatchObject({ code: 'library.contributor_unknown' });
  expect(
    (await ask(api.changeAsset, head, { params, body: { ...fields, contributors: [] } })).contributors,
  ).toEqual([]);
  await expect(
    call(api.readVersionFile, creator, { params: { ...params, version: 1 } }),
  ).rejects.toMatchObject({ code: 'identity.not_permitted' });

  const file = (await call(api.exportAssets, head, {
    query: { language: 'ru', q: 'Вместе' },
  })) as FileAnswer;
  const rows = (await textOf(file)).trim().split(/\r?\n/);
  expect(rows[1]).toMatch(/^Вместе;.*;2;/);
  await expect(call(api.exportAssets, creator)).rejects.toMatchObject({ code: 'identity.not_permitted' });
});
