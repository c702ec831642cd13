import { addPromise, openAgreements, promisesOf, settlePromise } from '@mosty/agreements';
import { openClaim, withdrawClaim } from '@mosty/attribution';
import { approveDeal, registerDeal } from '@mosty/deals';
import { changeKeeper, createPartner, importClients, importPartners, portalTasksOf } from '@mosty/directory';
import {
  agreeSummary,
  closeAccess,
  handOver,
  makeLinksNeutral,
  noteSummaryAgreed,
  sendThanks,
  setRetention,
  showSummary,
} from '@mosty/exits';
import { readExit, readOwnExit } from '@mosty/exits/contract';
import { exitsRoutes } from '@mosty/exits/http';
import { settleRefunds, settleSales } from '@mosty/incentives';
import { rebuildRollups } from '@mosty/insight';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { moveStage, standingOf } from '@mosty/lifecycle';
import type { EvidenceCode } from '@mosty/lifecycle/contract';
import { giveWaiver } from '@mosty/payouts';
import '@mosty/server/composition';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { createCode, createLink, setLinkSettings } from '@mosty/tracking';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { percentScheme } from '../api/scheme.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let owner: Context;
let theirs: Context;
let partnerId: Id<'partner'>;
let other: Id<'partner'>;
let agreementId: Id<'agreement'>;
let dealId: Id<'deal'>;
const day = businessDate('2026-01-12');

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  owner = world.contextOf('owner');
  const made = await importPartners(world.system, [
    { externalId: 'T', name: 'Трафик-Маг', email: 'trafik@example.test' },
    { externalId: 'V', name: 'Вектор' },
  ]);
  [partnerId, other] = made.map((row) => ('id' in row ? row.id : '') as Id<'partner'>) as [
    Id<'partner'>,
    Id<'partner'>,
  ];
  const opened = await openAgreements(
    world.system,
    [partnerId, other].map((id) => ({
      partnerId: id,
      class: 'partner_sales' as const,
      kind: 'agent' as const,
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    })),
  );
  const agreementIds = opened.map((row) => ('id' in row ? row.id : ''));
  agreementId = agreementIds[0] as Id<'agreement'>;
  await percentScheme(world, { agreementIds, ratePpm: 100_000, from: day });
  await importClients(world.system, [{ externalId: 'C1', name: 'Склад', keeperPartnerExternalId: 'T' }]);
  theirs = await world.contextOfPartner(partnerId);
  const { deal } = await registerDeal(theirs, {
    title: 'Магазин у дома',
    client: { name: 'Магазин у дома' },
    handoverBasis: 'client_request',
  });
  if (!deal) throw new Error('not registered');
  dealId = deal.id;
  await approveDeal(head, { dealId });
  await settleSales(world.system, {
    source: 'shop',
    sales: [
      {
        externalId: 'S1',
        clientExternalId: 'C1',
        occurredAt: new Date('2026-02-20T12:00:00Z'),
        currency: 'RUB',
        amountMicro: 50_000n * 100_000_000n,
      },
    ],
  });
  await setLinkSettings(head, {
    floorPpm: 0n,
    ourDiscountPpm: 0n,
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
  });
  await createLink(head, { agreementId, key: 'trafik', destination: 'https://shop.example/cat' });
  await createCode(head, { agreementId, code: 'TRAFIK', kind: 'referral' });
  await addPromise(head, { agreementId, side: 'ours', words: 'Прислать отчёт' });
  await rebuildRollups(world.system);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const ask = askOf(exitsRoutes);
const open = async (): Promise<EvidenceCode[]> =>
  (await ask(readExit, head, { params: { partnerId } })).items
    .filter(({ met }) => !met)
    .map(({ code }) => code);
const stage = () =>
  look(world.system, async (tx) => (await standingOf(tx, [partnerId])).get(partnerId)?.stage);
const end = (ctx: Context = head) =>
  moveStage(ctx, { partnerId, to: 'ended', details: { returnOn: '2026-09-01' } });
const stays = (missing: readonly EvidenceCode[]) =>
  expect(end()).rejects.toMatchObject({ code: 'lifecycle.gate_closed', params: { missing } });
const leaves = (ctx: Context) =>
  moveStage(ctx, { partnerId, to: 'leaving', details: { reasonCode: 'goals_differ' } });

test('S0.66: with the partner that gives the most only the owner parts', async () => {
  await expect(sendThanks(head, { partnerId, saidOtherwise: 'по телефону' })).rejects.toMatchObject({
    code: 'exits.not_leaving',
  });
  await expect(leaves(head)).rejects.toMatchObject({
    code: 'lifecycle.gate_closed',
    params: { missing: ['owner_for_top'] },
  });
  await leaves(owner);
  expect(await stage()).toBe('leaving');
});

test('S0.66: nothing ends while anything is open; each item closes by its own fact', async () => {
  const claim = await openClaim(head, {
    dealId,
    partnerId: other,
    claims: 'Познакомили их на выставке',
    wanted: { outcome: 'mine' },
    evidence: [],
  });
  const left: EvidenceCode[] = [
    'thanks_sent',
    'summary_agreed',
    'clients_handed_over',
    'promises_closed',
    'balance_settled',
    'nothing_disputed',
    'links_neutral',
    'access_closed',
    'retention_set',
  ];
  expect(await open()).toEqual(left);
  await stays(left);
  const closes = async (code: EvidenceCode, act: () => Promise<unknown>) => {
    await act();
    left.splice(left.indexOf(code), 1);
    expect(await open(), code).toEqual(left);
    await stays(left);
  };

  await closes('thanks_sent', () =>
    sendThanks(head, { partnerId, letter: { subject: 'Спасибо', text: 'Спасибо за работу вместе' } }),
  );
  const { rows: letters } = await look(world.system, (tx) =>
    sql`SELECT to_email FROM identity.outbox_message WHERE kind = 'partner_letter'`.execute(tx.db),
  );
  expect(letters).toEqual([{ to_email: 'trafik@example.test' }]);
  await expect(sendThanks(head, { partnerId, saidOtherwise: 'ещё раз' })).rejects.toMatchObject({
    code: 'exits.thanked_already',
  });

  await closes('nothing_disputed', () => withdrawClaim(head, { claimId: claim.id }));
  await closes('promises_closed', async () => {
    const promises = await look(head, (tx) => promisesOf(tx, [agreementId]));
    for (const { id } of promises.filter(({ outcome }) => outcome === null))
      await settlePromise(head, { promiseId: id, outcome: 'kept' });
  });

  const toMemberId = world.member('manager').id;
  await expect(handOver(head, { partnerId, toPartnerId: partnerId, toMemberId })).rejects.toMatchObject({
    code: 'exits.cannot_take_over',
  });
  await expect(handOver(world.contextOf('manager'), { partnerId, toMemberId })).rejects.toMatchObject({
    code: 'identity.not_permitted',
  });
  await closes('clients_handed_over', async () => {
    expect(await handOver(head, { partnerId, toPartnerId: other, toMemberId })).toMatchObject({ deals: 1 });
  });
  await expect(
    makeLinksNeutral(head, { partnerId, destination: 'https://evil.example/' }),
  ).rejects.toMatchObject({ code: 'tracking.destination_not_allowed' });
  await closes('links_neutral', () =>
    makeLinksNeutral(head, { partnerId, destination: 'https://shop.example/' }),
  );
  await expect(setRetention(head, { partnerId, on: '2026-03-02' })).rejects.toMatchObject({
    code: 'exits.retention_passed',
  });
  await closes('retention_set', () => setRetention(head, { partnerId, on: '2031-03-02' }));

  // The partner sees what is shown and says its own word.
  expect((await ask(readOwnExit, theirs)).summary).toBeNull();
  await showSummary(head, { partnerId });
  const tasks = (ctx: Context) => look(ctx, (tx) => portalTasksOf(tx, partnerId));
  expect((await tasks(theirs)).map(({ code }) => code)).toContain('exits.summary_to_agree');
  const own = await ask(readOwnExit, theirs);
  expect(own.summary).toMatchObject({
    version: 1,
    figures: {
      brought: [{ class: 'partner_sales', currency: 'RUB', clients: 1, sales: 1, amountMinor: 5_000_000 }],
    },
  });
  expect(own.summary?.figures.earned).toEqual([{ currency: 'RUB', amountMinor: 500_000 }]);
  expect((await ask(readOwnExit, await world.contextOfPartner(other))).summary).toBeNull();
  await closes('summary_agreed', () => agreeSummary(theirs, { version: 1 }));
  expect((await tasks(theirs)).map(({ code }) => code)).not.toContain('exits.summary_to_agree');
  await closes('access_closed', () => closeAccess(head, { partnerId }));
  expect(left).toEqual(['balance_settled']);

  // The only sale came back: nothing is owed, and what was agreed is no longer so.
  await settleRefunds(world.system, {
    source: 'shop',
    refunds: [
      {
        externalId: 'R1',
        saleExternalId: 'S1',
        link: 'sale',
        occurredAt: new Date('2026-03-01T12:00:00Z'),
        currency: 'RUB',
        amountMicro: 50_000n * 100_000_000n,
      },
    ],
  });
  await stays(['summary_agreed']);
  await expect(agreeSummary(theirs, { version: 2 })).rejects.toMatchObject({
    code: 'exits.summary_replaced',
  });
  await showSummary(head, { partnerId });
  await noteSummaryAgreed(head, { partnerId, version: 2, proof: 'Письмо от 2 марта' });
  expect(await open()).toEqual([]);
});

class Undone extends Error {}

/** Everything is closed: whichever one thing opens again, it alone keeps the partner from ending. */
const REOPENED: readonly [EvidenceCode, (tx: Tx) => Promise<unknown>][] = [
  [
    'thanks_sent',
    (tx) => sql`UPDATE exits.exit SET thanked_at = NULL, thanked_by = NULL, letter_id = NULL`.execute(tx.db),
  ],
  [
    'summary_agreed',
    (tx) =>
      sql`INSERT INTO exits.summary (workspace_id, partner_id, exit_no, version, figures, shown_at, shown_by)
          SELECT workspace_id, partner_id, exit_no, version + 1, figures, shown_at, shown_by FROM exits.summary
          ORDER BY version DESC LIMIT 1`.execute(tx.db),
  ],
  [
    'clients_handed_over',
    async (tx) => {
      const { rows } = await sql<{ id: Id<'client'> }>`
        SELECT id FROM directory.v_client WHERE external_id = 'C1'`.execute(tx.db);
      return changeKeeper(tx, { clientId: rows[0]?.id as Id<'client'>, partnerId, reason: 'вернулся' });
    },
  ],
  ['promises_closed', (tx) => addPromise(tx, { agreementId, side: 'ours', words: 'Ещё одно' })],
  [
    'nothing_disputed',
    (tx) =>
      openClaim(tx, {
        dealId,
        partnerId: other,
        claims: 'Всё же мы',
        wanted: { outcome: 'mine' },
        evidence: [],
      }),
  ],
  [
    'links_neutral',
    (tx) => createLink(tx, { agreementId, key: 'again', destination: 'https://shop.example/' }),
  ],
  [
    'access_closed',
    (tx) => sql`UPDATE identity.member SET left_at = NULL WHERE partner_id = ${partnerId}`.execute(tx.db),
  ],
  [
    'retention_set',
    (tx) => sql`UPDATE exits.exit SET retention_on = NULL, retention_set_by = NULL`.execute(tx.db),
  ],
];
test.each(REOPENED)('not ended while %s alone is open', async (code, reopen) => {
  const refused = transact(head, async (tx) => {
    await reopen(tx);
    await expect(moveStage(tx, { partnerId, to: 'ended' })).rejects.toMatchObject({
      code: 'lifecycle.gate_closed',
      params: { missing: [code] },
    });
    throw new Undone();
  });
  await expect(refused).rejects.toBeInstanceOf(Undone);
  expect(await open()).toEqual([]);
});

test('what was shown stays as it was shown', async () => {
  await expect(
    transact(world.system, (tx) => sql`UPDATE exits.summary SET figures = '{}'`.execute(tx.db)),
  ).rejects.toMatchObject({ constraint: 'summary_stays' });
});

test('the end closes the agreements; the partner may come back after the day', async () => {
  await end();
  expect(await stage()).toBe('ended');
  const { rows } = await look(world.system, (tx) =>
    sql<{ open: number }>`SELECT count(*)::int AS open FROM agreements.v_agreement
      WHERE partner_id = ${partnerId} AND ended_at IS NULL`.execute(tx.db),
  );
  expect(rows).toEqual([{ open: 0 }]);
  const page = await ask(readExit, head, { params: { partnerId } });
  expect(page).toMatchObject({ stage: 'ended', items: [] });
  expect(page.closedAt).not.toBeNull();
  expect(page.handedOver).toHaveLength(2);
  await expect(moveStage(head, { partnerId, to: 'candidate' })).rejects.toMatchObject({
    code: 'lifecycle.gate_closed',
  });
  await expect(showSummary(head, { partnerId })).rejects.toMatchObject({ code: 'exits.not_leaving' });
});

test('a partner without an address is thanked in person, and that is written down', async () => {
  const { id } = await createPartner(world.system, { name: 'Без почты' });
  await openAgreements(world.system, [
    { partnerId: id, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
  ]);
  await moveStage(head, { partnerId: id, to: 'leaving', details: { reasonCode: 'partner_closes' } });
  const letter = { subject: 'Спасибо', text: 'Спасибо' };
  await expect(sendThanks(head, { partnerId: id, letter })).rejects.toMatchObject({
    code: 'exits.no_address',
  });
  await sendThanks(head, { partnerId: id, saidOtherwise: 'Сказали при встрече' });
});

test('S0.66: what we owe and cannot pay closes by the partner’s own word, and the item says so', async () => {
  const [made] = await importPartners(world.system, [{ externalId: 'W', name: 'Отказался' }]);
  const partner = (made && 'id' in made ? made.id : '') as Id<'partner'>;
  const [agreement] = await openAgreements(world.system, [
    {
      partnerId: partner,
      class: 'partner_sales',
      kind: 'agent',
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    },
  ]);
  const agreementIds = [agreement && 'id' in agreement ? agreement.id : ''];
  await percentScheme(world, { agreementIds, ratePpm: 100_000, from: day });
  await importClients(world.system, [{ externalId: 'C9', name: 'Мост', keeperPartnerExternalId: 'W' }]);
  await settleSales(world.system, {
    source: 'shop',
    sales: [
      {
        externalId: 'S9',
        clientExternalId: 'C9',
        occurredAt: new Date('2026-02-25T12:00:00Z'),
        currency: 'RUB',
        amountMicro: 50_000n * 100_000_000n,
      },
    ],
  });
  await moveStage(owner, { partnerId: partner, to: 'leaving', details: { reasonCode: 'partner_closes' } });
  const balance = async () =>
    (await ask(readExit, head, { params: { partnerId: partner } })).items.find(
      ({ code }) => code === 'balance_settled',
    );
  expect((await balance())?.missing.map(({ code }) => code)).toContain('exits.still_owed');
  await giveWaiver(await world.contextOfPartner(partner), { currency: 'RUB', amountMinor: 500_000n });
  expect(await balance()).toMatchObject({
    met: true,
    rows: [{ code: 'exits.balance_zero' }, { code: 'exits.balance_waived' }],
  });
});
