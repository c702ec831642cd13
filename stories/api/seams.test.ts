import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { appFor } from './app.ts';
import { smallCompany, type Company } from './company.ts';

/** What one module decides and another has to keep, asked as a program asks: over HTTP, on the whole server. */
let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let company: Company;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  company = await smallCompany(world, 'Ш');
  app = await appFor({
    owner: world.contextOf('owner'),
    head: world.contextOf('head'),
    manager: world.contextOf('manager'),
  });
}, 60_000);
afterAll(async () => {
  await app.close();
  await world.close();
  await db.drop();
});

async function ask(actor: string, method: 'POST' | 'PUT' | 'GET' | 'DELETE', url: string, body?: unknown) {
  const answer = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { 'x-actor': actor, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
}

const terms = (maxDiscountPpm: number) => ({
  format: 1,
  currency: 'RUB',
  pay: [{ kind: 'percent', ratePpm: 100_000 }],
  floor: { maxDiscountPpm },
});

describe('a discount must not kill the point (S0.64)', () => {
  const promo = (code: string, discountPpm: number) =>
    ask('manager', 'POST', '/codes', {
      agreementId: company.agreementIds[0],
      code,
      kind: 'promo',
      discountPpm,
    });
  const tooDeep = (maxDiscountPpm: number) => ({
    status: 422,
    body: { code: 'tracking.discount_below_floor', params: { maxDiscountPpm } },
  });

  test('a code goes no deeper than the scheme of its agreement, from the moment it is assigned', async () => {
    expect(await promo('ДО', 500_000)).toMatchObject({ status: 201 });
    const draft = { name: 'С порогом', terms: terms(150_000), validFrom: '2026-03-02' };
    const drafted = await ask('head', 'POST', '/schemes', draft);
    const { schemeId, versionId } = drafted.body as { schemeId: string; versionId: string };
    const published = await ask('owner', 'POST', `/schemes/${schemeId}/versions/${versionId}/publication`);
    expect(published.status).toBe(200);
    const assigned = await ask('head', 'POST', `/agreements/${company.agreementIds[0]}/schemes`, {
      schemeId,
      validFrom: '2026-03-02',
    });
    expect(assigned.status).toBe(201);
    expect(await promo('ГЛУБЖЕ', 150_001)).toMatchObject(tooDeep(150_000));
    expect(await promo('РОВНО', 150_000)).toMatchObject({ status: 201 });
    // Another agreement, paid by another scheme, is not limited by this one.
    const other = {
      agreementId: company.agreementIds[1],
      code: 'СОСЕД',
      kind: 'promo',
      discountPpm: 400_000,
    };
    expect(await ask('manager', 'POST', '/codes', other)).toMatchObject({ status: 201 });

    const stricter = { name: 'С порогом', terms: terms(50_000), validFrom: '2026-04-01' };
    const next = await ask('head', 'PUT', `/schemes/${schemeId}/draft`, stricter);
    const second = (next.body as { versionId: string }).versionId;
    expect(await promo('ЧЕРНОВИК', 100_000)).toMatchObject({ status: 201 });
    await ask('owner', 'POST', `/schemes/${schemeId}/versions/${second}/publication`);
    // Terms to come hold codes already: a code outlives the day it is given.
    expect(await promo('ПОСЛЕ', 100_000)).toMatchObject(tooDeep(50_000));
    const codes = await ask('manager', 'GET', `/codes?partnerId=${company.partnerIds[0]}`);
    const texts = (codes.body['items'] as { code: string }[]).map((row) => row.code);
    expect(texts.toSorted()).toEqual(['ДО', 'РОВНО', 'ЧЕРНОВИК'].toSorted());
  });
});

/** What stands in the way of ending an agreement: told on its card beforehand, and refused by the verb. */
async function endingWaitsFor(agreementId: string, code: string, params: object): Promise<void> {
  const card = await ask('head', 'GET', `/agreements/${agreementId}`);
  expect(card.body['can']).toMatchObject({ end: { because: code, params } });
  const refused = await ask('head', 'POST', `/agreements/${agreementId}/end`, { reason: 'не по пути' });
  expect(refused).toMatchObject({ status: 422, body: { kind: 'not_now', code, params } });
}

test('the last agreement of somebody at work does not end by hand (S0.66)', () =>
  endingWaitsFor(String(company.agreementIds[1]), 'agreements.last_ends_by_parting', { stage: 'working' }));

describe('the journal calls things by their names', () => {
  interface Line {
    readonly verb: string;
    readonly subject: string;
    readonly subjectName: string | null;
    readonly change: Record<string, unknown> | null;
    readonly names: Record<string, string>;
  }
  const journal = async (query = '') =>
    (await ask('owner', 'GET', `/audit?limit=100${query}`)).body['items'] as Line[];

  test('partners, clients, agreements, schemes and codes; inside a change too', async () => {
    const client = await ask('head', 'POST', '/clients', { name: 'Ш передан' });
    const { id } = client.body as { id: string };
    const [partnerId] = company.partnerIds;
    await ask('head', 'POST', `/clients/${id}/keeper`, { partnerId, reason: 'познакомил' });
    const lines = await journal();
    const nameOf = (verb: string) => lines.find((line) => line.verb === verb)?.subjectName;
    expect(nameOf('directory.create_client')).toBe('Ш передан');
    expect(nameOf('agreements.open_agreement')).toBe('Ш партнёр 2');
    expect(nameOf('tracking.set_discount_ceiling')).toBe('Ш партнёр 1 · 2026-01-01');
    expect(nameOf('incentives.publish_version')).toBe('С порогом · 2');
    expect(nameOf('incentives.assign_scheme')).toBe('С порогом · Ш партнёр 1');
    const handed = lines.find((line) => line.verb === 'directory.change_keeper');
    expect(handed?.names).toMatchObject({ [String(handed?.change?.['to'])]: 'Ш партнёр 1' });
    const given = lines.find((line) => line.verb === 'tracking.create_code');
    expect(Object.values(given?.names ?? {})).toEqual(expect.arrayContaining(['ЧЕРНОВИК']));
  });

  test('what is not there any more stands under its id', async () => {
    const drafted = await ask('head', 'POST', '/schemes', {
      name: 'Передумали',
      terms: terms(1),
      validFrom: '2026-05-01',
    });
    const { schemeId } = drafted.body as { schemeId: string };
    await ask('head', 'DELETE', `/schemes/${schemeId}/draft`);
    const [line] = await journal('&verb=incentives.discard_draft');
    expect(line).toMatchObject({ subjectName: null, subject: expect.stringMatching(/^scv_/) });
  });
});

describe('people of a partner are invited to a partner that is here', () => {
  const invite = (partnerId: string, email: string) =>
    ask('head', 'POST', '/invitations', { email, name: 'Анна', role: 'partner_staff', partnerId });

  test('to one that is not, or is put away, nobody is; each partner lists its own', async () => {
    const nobody = `par_${'0'.repeat(26)}`;
    expect(await invite(nobody, 'a@seam.test')).toMatchObject({
      status: 404,
      body: { code: 'identity.no_partner' },
    });
    const made = await ask('head', 'POST', '/partners', { name: 'Ш в архиве' });
    const { id } = made.body as { id: string };
    await ask('head', 'POST', `/partners/${id}/archival`, { reason: 'дубль' });
    expect(await invite(id, 'b@seam.test')).toMatchObject({ status: 404 });
    const [one, other] = company.partnerIds;
    expect(await invite(String(one), 'c@seam.test')).toMatchObject({
      status: 201,
      body: { partnerId: one },
    });
    expect(await invite(String(other), 'd@seam.test')).toMatchObject({ status: 201 });
    const waiting = await ask('head', 'GET', `/invitations?partnerId=${one}`);
    expect(waiting.body['items']).toMatchObject([{ email: 'c@seam.test', partnerId: one }]);
    const theirs = await ask('head', 'GET', `/members?partnerId=${one}`);
    expect(theirs.body['items']).toEqual([]);
  });
});

test('what is owed beside the list of partners is what the ledger holds, a line a currency', async () => {
  const dollars = {
    externalId: 'Ш-USD',
    clientExternalId: 'C2',
    occurredAt: '2026-02-20T10:00:00Z',
    currency: 'USD',
    amountMinor: 50_000,
  };
  expect(await ask('owner', 'POST', '/sales', { source: 'story', sales: [dollars] })).toMatchObject({
    status: 201,
  });
  const [first, second] = company.partnerIds;
  const figures = await ask('owner', 'GET', `/partner-figures?ids=${second},${first}`);
  expect(figures.body['items']).toMatchObject([
    {
      partnerId: second,
      owed: [
        { currency: 'RUB', owedMinor: 300_000 },
        { currency: 'USD', owedMinor: 5_000 },
      ],
    },
    { partnerId: first, owed: [{ currency: 'RUB', owedMinor: 250_000 }] },
  ]);
  const money = await ask('owner', 'GET', `/partners/${second}/money`);
  expect(money.body['standing']).toMatchObject([
    { currency: 'RUB', owedMinor: 300_000 },
    { currency: 'USD', owedMinor: 5_000 },
  ]);
});

test('inside a parting the last agreement still waits for the money (S0.66)', async () => {
  const leaving = { to: 'leaving', reasonCode: 'goals_differ' };
  expect(await ask('owner', 'POST', `/partners/${company.partnerIds[1]}/stage`, leaving)).toMatchObject({
    status: 200,
  });
  // Three accruals of the company in rubles, and the one in dollars above.
  await endingWaitsFor(String(company.agreementIds[1]), 'incentives.accruals_unpaid', { count: 4 });
});
