import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listWorkspaces, systemContext } from '@mosty/identity';
import { getModels } from '@mosty/attribution/contract';
import { attributionRoutes } from '@mosty/attribution/http';
import { verifyAudit } from '@mosty/kernel/audit';
import type { Context } from '@mosty/kernel/context';
import { look, openPool, type Database } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { showOwnPilot } from '@mosty/onboarding';
import { ledgerVerdict } from '@mosty/ledger';
import { testDatabase } from '@mosty/testkit';
import { fillDemo } from './fill.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let database: Database;
let ctx: Context;
let seconds = 0;

beforeAll(async () => {
  db = await testDatabase();
  database = openPool(db.appUrl);
  const began = performance.now();
  await fillDemo(database, new Date('2026-11-21T09:00:00Z'));
  seconds = (performance.now() - began) / 1_000;
  ctx = await systemContext(database, (await listWorkspaces(database))[0] ?? '', 'test');
}, 180_000);
afterAll(async () => {
  await database.close();
  await db.drop();
});

const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T> =>
  look(ctx, async (tx) => (await query.execute(tx.db)).rows[0] as T);

describe('the demo company', () => {
  test('is filled by the verbs a user calls, and its money and its journal hold', async () => {
    const ledger = await look(ctx, ledgerVerdict);
    expect(
      ledger.holds,
      JSON.stringify({ ...ledger, accounts: undefined }, (_key, value: unknown) =>
        typeof value === 'bigint' ? `${value}` : value,
      ).slice(0, 500),
    ).toBe(true);
    expect((await look(ctx, verifyAudit)).brokenAt).toBeNull();
    process.stdout.write(`demo filled in ${seconds.toFixed(1)} s\n`);
  });

  test('has its partners, contacts and referrals (S2.11, S2.19)', async () => {
    const found = await one(sql<Record<string, number>>`
      SELECT count(*) FILTER (WHERE standing = 'partner')::int AS partners, count(*) FILTER (WHERE standing = 'contact')::int AS contacts,
             count(*) FILTER (WHERE standing = 'left')::int AS left FROM agreements.v_partner_standing`);
    expect(found).toEqual({ partners: 56, contacts: 9, left: 3 });
    const referrals = await one(
      sql<{ n: number }>`SELECT count(*)::int AS n FROM agreements.v_agreement WHERE class = 'referral'`,
    );
    expect(referrals.n).toBe(12);
  });

  test('story 11: who left went through every gate; one parting goes on (S0.66)', async () => {
    const { stages } = await one(
      sql<{ stages: Record<string, string> }>`
        SELECT jsonb_object_agg(p.name, s.stage) AS stages FROM lifecycle.v_standing s
        JOIN directory.v_partner p ON p.workspace_id = s.workspace_id AND p.id = s.partner_id
        WHERE s.stage IN ('leaving', 'ended')`,
    );
    expect(stages).toEqual({
      'Трафик-Маг': 'ended',
      'Мамин опт': 'ended',
      СкидкаДня: 'ended',
      'Веб-Справка': 'leaving',
    });
  });

  test('story 12: one pilot met everything agreed and waits for a verdict, the other ended politely', async () => {
    const shown = async (name: string) => {
      const { id } = await one(
        sql<{ id: Id<'partner'> }>`SELECT id FROM directory.v_partner WHERE name = ${name}`,
      );
      return look(ctx, (tx) => showOwnPilot(tx, id));
    };
    const passed = await shown('Склад на Каширке');
    expect(passed?.state).toBe('due');
    expect(passed?.criteria.map(({ isMet }) => isMet)).toEqual([true, true, true, true]);
    expect(await shown('Мамин опт')).toMatchObject({ state: 'decided', verdict: 'part', sales: 0 });
  });

  test('story 13: the affiliate that crossed the ambassador threshold waits for a person’s word', async () => {
    const { names } = await one(sql<{ names: string[] }>`
      SELECT array_agg(p.name ORDER BY p.name) AS names FROM framework.crossing c
      JOIN directory.v_partner p ON p.workspace_id = c.workspace_id AND p.id = c.partner_id
      WHERE c.code = 'affiliate_to_ambassador' AND c.state = 'open'`);
    expect(names).toContain('СравниСофт');
  });

  test('story 2: the coupon site’s money is held with a reason', async () => {
    const held = await one(
      sql<{
        minor: bigint;
      }>`SELECT sum(amount_minor)::bigint AS minor FROM incentives.v_accrual WHERE state = 'on_hold'`,
    );
    expect(held.minor).toBeGreaterThan(0n);
  });

  test('story 2: the coupon site stands at the exit of journeys that others began, and nobody else does', async () => {
    const models = attributionRoutes.find(({ operation }) => operation.id === getModels.id);
    const answer = await models?.handle(ctx, {
      params: {},
      query: { days: 180 },
      body: undefined,
      remoteAddress: '',
      origin: '',
      headers: {},
    });
    const { partners } = getModels.answer.parse(answer);
    expect(partners.filter((one) => one.hijacks).map((one) => one.partnerName)).toEqual(['Купонатор24']);
  });

  test('has eighteen months of clicks: people, bots and previews in believable shares', async () => {
    const clicks = await one(sql<Record<string, number>>`
      SELECT sum(clicks)::int AS all, (100 * sum(clicks) FILTER (WHERE verdict = 'human') / sum(clicks))::int AS people,
        count(DISTINCT date_trunc('month', day))::int AS months FROM tracking.click_day`);
    expect(clicks.all).toBeGreaterThan(45_000);
    expect(clicks.people).toBeGreaterThan(60);
    expect(clicks.people).toBeLessThan(80);
    expect(clicks.months).toBeGreaterThanOrEqual(18);
    const sold = await one(
      sql<{ n: number }>`SELECT count(DISTINCT came_by)::int AS n FROM tracking.credited_sale`,
    );
    expect(sold.n).toBeGreaterThan(10);
  });

  test('story 10: a refund after the payout took back exactly 12 480 ₽', async () => {
    const back = await one(sql<{ minor: bigint }>`
      SELECT sum(x.amount_minor)::bigint AS minor FROM incentives.v_accrual x
      JOIN deals.v_refund f ON f.workspace_id = x.workspace_id AND f.id = x.refund_id WHERE f.external_id = 'R-ONE-OFF'`);
    expect(back.minor).toBe(-1_248_000n);
  });

  test('story 18: payments nobody can be credited for are listed, not lost', async () => {
    const gaps = await one(sql<Record<string, number>>`
      SELECT (SELECT count(*)::int FROM deals.v_sale WHERE client_id IS NULL) AS without_client,
             (SELECT count(*)::int FROM attribution.v_uncredited) AS uncredited,
             (SELECT count(*)::int FROM deals.v_refund WHERE matched_at IS NULL) AS unmatched`);
    expect(gaps).toEqual({ without_client: 3, uncredited: 1, unmatched: 1 });
  });

  test('has a deal in every state a registration may be in', async () => {
    const found = await one(
      sql<{ states: string[]; won: number; lost: number }>`
        SELECT array_agg(DISTINCT registration ORDER BY registration) AS states,
          count(*) FILTER (WHERE outcome = 'won')::int AS won, count(*) FILTER (WHERE outcome = 'lost')::int AS lost
        FROM deals.v_deal`,
    );
    expect(found).toEqual({
      states: ['approved', 'conflicted', 'expired', 'none', 'pending', 'rejected', 'withdrawn'],
      won: 53,
      lost: 15,
    });
  });

  test('has deals in its scenarios, and some of them measured what they gave the client (S3.22, S3.24)', async () => {
    const found = await one(
      sql<Record<string, number>>`
        SELECT count(DISTINCT scenario_id)::int AS scenarios, count(*)::int AS deals, count(effect)::int AS effects
        FROM scenarios.scenario_deal`,
    );
    expect(found).toEqual({ scenarios: 3, deals: 10, effects: 3 });
  });
});
