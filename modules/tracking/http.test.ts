import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeOver } from '@mosty/lifecycle';
import { askOf, testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { agreementsRoutes } from '@mosty/agreements/http';
import * as agreements from '@mosty/agreements/contract';
import { directoryRoutes } from '@mosty/directory/http';
import * as directory from '@mosty/directory/contract';
import { noteFirstPayments } from '@mosty/directory';
import { transact } from '@mosty/kernel/db';
import * as tracking from './contract.ts';
import { trackingRoutes } from './http.ts';

const routes = [...directoryRoutes, ...agreementsRoutes, ...trackingRoutes];
let world: World;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world?.close());

const ask = askOf(routes);

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
    const partner = await ask(directory.createPartner, manager, {
      body: { name: 'Вектор CRM', purpose: 'внедряет у наших клиентов' },
    });
    const params = { partnerId: partner.id };
    await ask(directory.addFace, manager, {
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
    const decision = await ask(agreements.decideClass, manager, { body: answers });
    expect(decision.outcome).toBe('partner_sales');
    const opened = await ask(agreements.openAgreement, manager, {
      body: { ...params, class: 'partner_sales', kind: 'integrator', startsOn: '2026-03-02', expectations },
    });
    expect(opened).toMatchObject({
      state: 'draft',
      can: { launch: { because: 'agreements.not_accepted' }, accept: true },
    });

    const early = { agreementId: opened.id, code: 'VEKTOR', kind: 'referral' };
    await expect(ask(tracking.createCode, manager, { body: early })).rejects.toMatchObject({
      code: 'tracking.agreement_not_accepted',
    });
    const [version] = opened.versions;
    const accept = (side: string, more: object) =>
      ask(agreements.acceptAgreement, manager, {
        params: { agreementId: opened.id },
        body: { version: 1, bodyHash: version?.bodyHash, side, person: 'Анна', ...more },
      });
    await accept('ours', {});
    await accept('theirs', { evidence: 'письмо' });
    const launched = await ask(agreements.launchAgreement, manager, {
      params: { agreementId: opened.id },
      body: {},
    });
    expect(launched).toMatchObject({ state: 'launched', launchedOn: '2026-03-02', currentVersion: 1 });
    await ask(tracking.createCode, manager, { body: early });

    const next = await ask(agreements.proposeVersion, manager, {
      params: { agreementId: opened.id },
      body: { ...expectations, success: 'Семь оплат', promises: [] },
    });
    const difference = await ask(agreements.compareVersions, manager, {
      params: { agreementId: opened.id },
      query: { from: '1', to: String(next.version) },
    });
    expect(difference.points.filter((point) => point.changed).map((point) => point.point)).toEqual([
      'success',
    ]);
    expect(difference.promises).toMatchObject([{ change: 'removed', words: 'обучим' }]);

    const card = await ask(directory.getPartner, manager, { params });
    expect(card).toMatchObject({
      name: 'Вектор CRM',
      faces: [{ name: 'Анна', isMain: true }],
      can: { write: true, readRequisites: true },
    });
    const list = await ask(agreements.listPartners, manager, {
      query: { standing: 'partner', class: 'partner_sales', q: 'vektor' },
    });
    expect(list.items).toMatchObject([
      { id: partner.id, standing: 'partner', openPromises: 1, agreements: [{ kind: 'integrator' }] },
    ]);
    expect((await ask(agreements.listPromises, manager, { params })).items).toHaveLength(1);
    expect(
      (await ask(tracking.listCodes, manager, { query: { ...params, q: 'vek', live: 'yes' } })).items,
    ).toMatchObject([
      { code: 'VEKTOR', discountPpm: 0, partnerName: 'Вектор CRM', agreementKind: 'integrator' },
    ]);
    expect((await ask(agreements.getStanding, manager, { params })).standing).toBe('partner');
    const verbs = (await ask(directory.getPartnerTimeline, manager, { params })).items.map(
      (line) => line.verb,
    );
    expect(verbs).toContain('tracking.create_code');
    expect(verbs.at(-1)).toBe('directory.create_partner');
  });

  it('pages by name without a gap or a repeat, forwards and backwards', async () => {
    for (const name of ['Яблоко', 'Ёж', 'Ель', 'Абрикос', 'Ель'])
      await ask(directory.createPartner, world.system, { body: { name } });
    const all = (sortOrder: string, limit: number) =>
      walk(async (cursor) =>
        ask(agreements.listPartners, world.system, { query: { sortOrder, limit, cursor } }),
      );
    const forwards = await all('asc', 2);
    expect(new Set(forwards).size).toBe(forwards.length);
    expect(await all('desc', 3)).toEqual([...forwards].reverse());
  });

  it('a client shows its proofs, its keepers and what stands in the way', async () => {
    const head = world.contextOf('head');
    const client = await ask(directory.createClient, head, { body: { name: 'Склад №1' } });
    const params = { clientId: client.id };
    expect((await ask(directory.getClient, head, { params })).can).toMatchObject({
      confirmResult: { because: 'directory.client_never_paid' },
    });
    await transact(world.system, (tx) =>
      noteFirstPayments(tx, [{ clientId: client.id, occurredAt: tx.now() }]),
    );
    await ask(directory.confirmResult, head, {
      params,
      body: { evidence: 'акт', satisfied: true, consents: true },
    });
    expect(await ask(agreements.getReferralCapacity, head)).toEqual({ allowed: 1, proven: 1, used: 0 });
    const partner = await ask(directory.createPartner, head, { body: { name: 'Хранитель' } });
    await ask(directory.changeKeeper, head, {
      params,
      body: { partnerId: partner.id, reason: 'познакомил' },
    });
    const card = await ask(directory.getClient, head, { params });
    expect(card).toMatchObject({
      missingProofs: [],
      keeper: { name: 'Хранитель' },
      keepers: [{ reason: 'познакомил' }],
      can: { confirmResult: true },
    });
    const kept = await ask(directory.listClients, head, {
      query: { keeperPartnerId: partner.id, proven: 'yes', sortBy: 'createdAt', sortOrder: 'desc' },
    });
    expect(kept.items.map((row) => row.name)).toEqual(['Склад №1']);
    expect((await ask(directory.search, head, { query: { q: 'sklad' } })).items).toMatchObject([
      { what: 'client', name: 'Склад №1' },
    ]);
  });

  it('an analyst sees figures and no phones or addresses; a partner’s person sees no private note', async () => {
    const body = { name: 'С телефоном', phone: '+7 000 123-45-67', email: 'a@b.ru', note: 'торгуется' };
    const partner = await ask(directory.createPartner, world.system, { body });
    const params = { partnerId: partner.id };
    expect(await ask(directory.getPartner, world.contextOf('analyst'), { params })).toMatchObject({
      phone: null,
      email: null,
      note: 'торгуется',
    });
    const theirs = await world.contextOfPartner(partner.id);
    expect(await ask(directory.getPartner, theirs, { params })).toMatchObject({
      phone: '+7 000 123-45-67',
      note: null,
    });
  });

  it('requisites say who may verify them', async () => {
    const partner = await ask(directory.createPartner, world.system, { body: { name: 'Счёт' } });
    const params = { partnerId: partner.id };
    const manager = world.contextOf('head');
    await ask(directory.setRequisites, manager, {
      params,
      body: { country: 'RU', legalForm: 'ip', legalName: 'ИП Анна', bank: { account: '1' } },
    });
    const forFinance = await ask(directory.listRequisites, world.contextOf('finance'), { params });
    expect(forFinance.can).toMatchObject({ verify: true, write: { because: 'identity.not_permitted' } });
    const verified = await ask(directory.verifyRequisites, world.contextOf('finance'), {
      params: { requisitesId: forFinance.items[0]?.id },
      body: { verdict: 'verified' },
    });
    expect(verified.verdict).toBe('verified');
    await expect(ask(directory.listRequisites, world.contextOf('analyst'), { params })).rejects.toMatchObject(
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
