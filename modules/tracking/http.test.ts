import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeOver } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { agreementsRoutes } from '@mosty/agreements/http';
import * as agreements from '@mosty/agreements/contract';
import { directoryRoutes } from '@mosty/directory/http';
import * as directory from '@mosty/directory/contract';
import { noteFirstPayments } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Operation } from '@mosty/kernel/operation';
import type * as z from 'zod';
import * as tracking from './contract.ts';
import { trackingRoutes } from './http.ts';

const routes = [...directoryRoutes, ...agreementsRoutes, ...trackingRoutes];
let world: World;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world?.close());

/** As the server does: input through the operation's shapes, the answer through its own and through JSON. */
async function ask<O extends Operation>(
  ctx: Context,
  operation: O,
  input: { params?: unknown; query?: unknown; body?: unknown } = {},
): Promise<z.output<O['answer']>> {
  const route = routes.find((served) => served.operation.id === operation.id);
  if (!route) throw new Error(`nobody serves ${operation.id}`);
  const answer = await route.handle(ctx, {
    params: operation.params.parse(input.params ?? {}),
    query: operation.query.parse(input.query ?? {}),
    body: operation.body.parse(input.body),
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  });
  const shown: unknown = JSON.parse(JSON.stringify(operation.answer.parse(answer)));
  return operation.answer.parse(shown) as z.output<O['answer']>;
}

const expectations = {
  success: 'Пять оплат',
  whoAnswers: 'Мария и Анна',
  ifItBreaks: 'Созвон за день',
  howCounted: 'По оплатам',
  promises: [{ side: 'ours', words: 'обучим', dueOn: '2026-04-01' }],
};

describe('from a name to a code', () => {
  it('a manager writes a partner down, agrees with it, launches it and gives it a code', async () => {
    const manager = world.contextOf('manager');
    const partner = await ask(manager, directory.createPartner, {
      body: { name: 'Вектор CRM', purpose: 'внедряет у наших клиентов' },
    });
    const params = { partnerId: partner.id };
    await ask(manager, directory.addFace, {
      params,
      body: { side: 'theirs', name: 'Анна', channel: 'Telegram', replyHours: 4 },
    });
    const taken = { path: 'standard', stage: 'working', reason: 'внедряет у нас второй год' } as const;
    await takeOver(world.contextOf('head'), { partnerId: partner.id, ...taken });

    const answers = {
      experience: 'none',
      readyToTell: false,
      bringsClients: true,
      jointGoals: [],
      answerable: 'people_and_terms',
    };
    const decision = await ask(manager, agreements.decideClass, { body: answers });
    expect(decision.outcome).toBe('partner_sales');
    const opened = await ask(manager, agreements.openAgreement, {
      body: { ...params, class: 'partner_sales', kind: 'integrator', startsOn: '2026-03-02', expectations },
    });
    expect(opened).toMatchObject({
      state: 'draft',
      can: { launch: { because: 'agreements.not_accepted' }, accept: true },
    });

    const early = { agreementId: opened.id, code: 'VEKTOR', kind: 'referral' };
    await expect(ask(manager, tracking.createCode, { body: early })).rejects.toMatchObject({
      code: 'tracking.agreement_not_accepted',
    });
    const [version] = opened.versions;
    const accept = (side: string, more: object) =>
      ask(manager, agreements.acceptAgreement, {
        params: { agreementId: opened.id },
        body: { version: 1, bodyHash: version?.bodyHash, side, person: 'Анна', ...more },
      });
    await accept('ours', {});
    await accept('theirs', { evidence: 'письмо' });
    const launched = await ask(manager, agreements.launchAgreement, {
      params: { agreementId: opened.id },
      body: {},
    });
    expect(launched).toMatchObject({ state: 'launched', launchedOn: '2026-03-02', currentVersion: 1 });
    await ask(manager, tracking.createCode, { body: early });

    const next = await ask(manager, agreements.proposeVersion, {
      params: { agreementId: opened.id },
      body: { ...expectations, success: 'Семь оплат', promises: [] },
    });
    const difference = await ask(manager, agreements.compareVersions, {
      params: { agreementId: opened.id },
      query: { from: '1', to: String(next.version) },
    });
    expect(difference.points.filter((point) => point.changed).map((point) => point.point)).toEqual([
      'success',
    ]);
    expect(difference.promises).toMatchObject([{ change: 'removed', words: 'обучим' }]);

    const card = await ask(manager, directory.getPartner, { params });
    expect(card).toMatchObject({
      name: 'Вектор CRM',
      faces: [{ name: 'Анна', isMain: true }],
      can: { write: true, readRequisites: true },
    });
    const list = await ask(manager, agreements.listPartners, {
      query: { standing: 'partner', class: 'partner_sales', q: 'vektor' },
    });
    expect(list.items).toMatchObject([
      { id: partner.id, standing: 'partner', openPromises: 1, agreements: [{ kind: 'integrator' }] },
    ]);
    expect((await ask(manager, agreements.listPromises, { params })).items).toHaveLength(1);
    expect(
      (await ask(manager, tracking.listCodes, { query: { ...params, q: 'vek', live: 'yes' } })).items,
    ).toMatchObject([
      { code: 'VEKTOR', discountPpm: 0, partnerName: 'Вектор CRM', agreementKind: 'integrator' },
    ]);
    expect((await ask(manager, agreements.getStanding, { params })).standing).toBe('partner');
    const verbs = (await ask(manager, directory.getPartnerTimeline, { params })).items.map(
      (line) => line.verb,
    );
    expect(verbs).toContain('tracking.create_code');
    expect(verbs.at(-1)).toBe('directory.create_partner');
  });

  it('pages by name without a gap or a repeat, forwards and backwards', async () => {
    for (const name of ['Яблоко', 'Ёж', 'Ель', 'Абрикос', 'Ель'])
      await ask(world.system, directory.createPartner, { body: { name } });
    const all = (sortOrder: string, limit: number) =>
      walk(async (cursor) =>
        ask(world.system, agreements.listPartners, { query: { sortOrder, limit, cursor } }),
      );
    const forwards = await all('asc', 2);
    expect(new Set(forwards).size).toBe(forwards.length);
    expect(await all('desc', 3)).toEqual([...forwards].reverse());
  });

  it('a client shows its proofs, its keepers and what stands in the way', async () => {
    const head = world.contextOf('head');
    const client = await ask(head, directory.createClient, { body: { name: 'Склад №1' } });
    const params = { clientId: client.id };
    expect((await ask(head, directory.getClient, { params })).can).toMatchObject({
      confirmResult: { because: 'directory.client_never_paid' },
    });
    await transact(world.system, (tx) =>
      noteFirstPayments(tx, [{ clientId: client.id, occurredAt: tx.now() }]),
    );
    await ask(head, directory.confirmResult, {
      params,
      body: { evidence: 'акт', satisfied: true, consents: true },
    });
    expect(await ask(head, agreements.getReferralCapacity)).toEqual({ allowed: 1, proven: 1, used: 0 });
    const partner = await ask(head, directory.createPartner, { body: { name: 'Хранитель' } });
    await ask(head, directory.changeKeeper, {
      params,
      body: { partnerId: partner.id, reason: 'познакомил' },
    });
    const card = await ask(head, directory.getClient, { params });
    expect(card).toMatchObject({
      missingProofs: [],
      keeper: { name: 'Хранитель' },
      keepers: [{ reason: 'познакомил' }],
      can: { confirmResult: true },
    });
    const kept = await ask(head, directory.listClients, {
      query: { keeperPartnerId: partner.id, proven: 'yes', sortBy: 'createdAt', sortOrder: 'desc' },
    });
    expect(kept.items.map((row) => row.name)).toEqual(['Склад №1']);
    expect((await ask(head, directory.search, { query: { q: 'sklad' } })).items).toMatchObject([
      { what: 'client', name: 'Склад №1' },
    ]);
  });

  it('an analyst sees figures and no phones or addresses; a partner’s person sees no private note', async () => {
    const body = { name: 'С телефоном', phone: '+7 000 123-45-67', email: 'a@b.ru', note: 'торгуется' };
    const partner = await ask(world.system, directory.createPartner, { body });
    const params = { partnerId: partner.id };
    expect(await ask(world.contextOf('analyst'), directory.getPartner, { params })).toMatchObject({
      phone: null,
      email: null,
      note: 'торгуется',
    });
    const theirs = await world.contextOfPartner(partner.id);
    expect(await ask(theirs, directory.getPartner, { params })).toMatchObject({
      phone: '+7 000 123-45-67',
      note: null,
    });
  });

  it('requisites say who may verify them', async () => {
    const partner = await ask(world.system, directory.createPartner, { body: { name: 'Счёт' } });
    const params = { partnerId: partner.id };
    const manager = world.contextOf('head');
    await ask(manager, directory.setRequisites, {
      params,
      body: { country: 'RU', legalForm: 'ip', legalName: 'ИП Анна', bank: { account: '1' } },
    });
    const forFinance = await ask(world.contextOf('finance'), directory.listRequisites, { params });
    expect(forFinance.can).toMatchObject({ verify: true, write: { because: 'identity.not_permitted' } });
    const verified = await ask(world.contextOf('finance'), directory.verifyRequisites, {
      params: { requisitesId: forFinance.items[0]?.id },
      body: { verdict: 'verified' },
    });
    expect(verified.verdict).toBe('verified');
    await expect(ask(world.contextOf('analyst'), directory.listRequisites, { params })).rejects.toMatchObject(
      { code: 'identity.not_permitted' },
    );
  });
});

async function walk(
  page: (cursor: string | undefined) => Promise<{ items: { id: string }[]; nextCursor: string | null }>,
): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    seen.push(...items.map((item) => item.id));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return seen;
}
