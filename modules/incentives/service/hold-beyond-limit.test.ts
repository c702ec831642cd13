import { registerDeal } from '@mosty/deals';
import { look, transact } from '@mosty/kernel/db';
import { definedEvidence, defineEvidence, liftLimits, moveStage, publishLimits } from '@mosty/lifecycle';
import { EVIDENCE, type Path, type Stage } from '@mosty/lifecycle/contract';
import { createCode } from '@mosty/tracking';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { standingHolds } from '../store/holds.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company, type Partner } from './company.fixture.ts';
import { releaseHold } from './hold-accruals.ts';
import { mature } from './mature.ts';
import { settleSales } from './settle-sales.ts';

let co: Company;
beforeAll(async () => {
  // What modules above would find.
  const found = definedEvidence();
  for (const code of EVIDENCE.filter((one) => !found.has(one)))
    defineEvidence(code, async () => ({ met: true, rows: [], missing: [] }));
  co = await company();
  co.world.clock.set(new Date('2026-03-02T09:00:00Z'));
});
afterAll(() => co?.close());

const WAY = [
  'leaving',
  'ended',
  'candidate',
  'talking',
  'checking',
  'approved',
  'agreed',
  'launch',
  'pilot',
  'working',
] as const;

/** A partner of ten percent that came through every gate as far as this one. Its agreement was there before. */
async function partnerAt(name: string, path: Path, stage: Stage): Promise<Partner> {
  const partner = await co.partner(name, { kind: 'percent', ratePpm: 100_000 });
  await transact(co.ctx, async (tx) => {
    let from: { path: Path; stage: Stage; no: number } = { path: 'standard', stage: 'working', no: 0 };
    const { rows } = await sql<typeof from>`
      SELECT path, stage, passage_no AS no FROM lifecycle.standing
      WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partner.id}`.execute(tx.db);
    from = rows[0] ?? from;
    const go = async (to: Stage, by: Path) => {
      await sql`
        INSERT INTO lifecycle.passage (workspace_id, partner_id, no, path, from_stage, to_stage, at, by_actor, evidence)
        SELECT ${tx.workspaceId}::uuid, ${partner.id}, ${from.no + 1}, ${by}, ${from.stage}, ${to}, ${tx.now()}, 'test',
          COALESCE((SELECT jsonb_agg(jsonb_build_object('code', code, 'rows', '[]'::jsonb))
            FROM lifecycle.allowed a, unnest(a.evidence) code
            WHERE a.path = ${by} AND a.from_stage = ${from.stage} AND a.to_stage = ${to}), '[]')`.execute(
        tx.db,
      );
      from = { path: by, stage: to, no: from.no + 1 };
    };
    for (const to of WAY) {
      await go(to, to === 'candidate' || WAY.indexOf(to) < 2 ? from.path : path);
      if (to === 'candidate' && from.path !== path) await go(to, path);
      if (to === stage) break;
    }
  });
  return partner;
}

const settle = (partner: Partner, ...rubles: number[]) =>
  settleSales(co.ctx, { source: 'test', sales: rubles.map((sum) => saleTo(partner, sum)) });
const statesOf = async (partner: Partner) =>
  (await accrualsOf(co.ctx, partner.id)).map(({ amount, state }) => [Number(amount) / 100, state]);
const holdOf = async (partner: Partner) =>
  (await look(co.ctx, standingHolds)).find(({ partnerId }) => partnerId === partner.id);

it('what a launch earns beyond its limit waits, and the pilot lets it through (S0.17, S0.18)', async () => {
  const partner = await partnerAt('Запуск', 'standard', 'launch');
  for (const rubles of [400_000, 200_000, 50_000]) await settle(partner, rubles);
  await settle(partner, 300_000);
  expect(await statesOf(partner)).toEqual([
    [40_000, 'approved'],
    [20_000, 'on_hold'],
    [5_000, 'approved'],
    [30_000, 'on_hold'],
  ]);
  const hold = await holdOf(partner);
  expect(hold).toMatchObject({ reason: 'stage_limit', accruals: 2, amountMinor: 5_000_000n });
  expect(await whatIsOff(co.ctx)).toEqual([]);
  await expect(
    releaseHold(co.world.contextOf('finance'), { holdId: hold?.id as never, reason: 'Очень просит' }),
  ).rejects.toMatchObject({ code: 'incentives.held_by_stage' });
  await moveStage(co.world.contextOf('head'), { partnerId: partner.id, to: 'pilot' });
  expect((await statesOf(partner)).map(([, state]) => state)).toEqual(Array(4).fill('approved'));
  expect(await holdOf(partner)).toBeUndefined();
  expect(await whatIsOff(co.ctx)).toEqual([]);
});

it('the limit of a pilot ends with its gate and not with a word (S0.17)', async () => {
  const partner = await partnerAt('Пилот', 'standard', 'pilot');
  for (const rubles of [1_900_000, 500_000]) await settle(partner, rubles);
  expect((await statesOf(partner)).map(([, state]) => state)).toEqual(['approved', 'on_hold']);
  const head = co.world.contextOf('head');
  await expect(liftLimits(head, { partnerId: partner.id, reason: 'Верю' })).rejects.toMatchObject({
    code: 'lifecycle.limits_end_with_gate',
  });
  await moveStage(head, { partnerId: partner.id, to: 'working' });
  expect((await statesOf(partner)).map(([, state]) => state)).toEqual(['approved', 'approved']);
  await settle(partner, 9_000_000);
  expect((await statesOf(partner)).at(-1)).toEqual([900_000, 'approved']);
});

it('the scaled path begins with little until a head has looked, with a reason (S0.18)', async () => {
  const partner = await partnerAt('Массовый', 'scaled', 'working');
  for (const rubles of [500_000, 10]) await settle(partner, rubles);
  expect((await statesOf(partner)).map(([, state]) => state)).toEqual(['approved', 'on_hold']);
  const asked = { partnerId: partner.id, reason: 'Посмотрел первые сделки: всё честно' };
  await expect(liftLimits(co.world.contextOf('manager'), asked)).rejects.toMatchObject({
    kind: 'not_permitted',
  });
  await liftLimits(co.world.contextOf('head'), asked);
  expect((await statesOf(partner)).map(([, state]) => state)).toEqual(['approved', 'approved']);
  await expect(liftLimits(co.world.contextOf('head'), asked)).rejects.toMatchObject({
    code: 'lifecycle.not_limited',
  });
  expect(await whatIsOff(co.ctx)).toEqual([]);
});

it('two that earn at once do not both see room (S0.18)', async () => {
  const partner = await partnerAt('Вместе', 'standard', 'launch');
  await Promise.all([settle(partner, 400_000), settle(partner, 400_000)]);
  const states = (await statesOf(partner)).map(([, state]) => state);
  expect(new Set(states)).toEqual(new Set(['approved', 'on_hold']));
  expect(states).toHaveLength(2);
});

it('a launch opens a few deals and gives a small discount (S0.18)', async () => {
  const partner = await partnerAt('Сделки', 'standard', 'launch');
  const person = await co.world.contextOfPartner(partner.id);
  const give = (n: number) =>
    registerDeal(person, {
      client: { name: `Лавка ${n}`, email: `shop${n}@shop${n}.example` },
      handoverBasis: 'client_request',
    });
  for (const n of [1, 2, 3, 4, 5]) expect((await give(n)).deal).not.toBeNull();
  await expect(give(6)).rejects.toMatchObject({ code: 'deals.stage_limit', params: { most: 5 } });
  const head = co.world.contextOf('head');
  const code = { agreementId: partner.agreementId, kind: 'promo' as const };
  await createCode(head, { ...code, code: 'TEN', discountPpm: 100_000n });
  await expect(createCode(head, { ...code, code: 'TWELVE', discountPpm: 120_000n })).rejects.toMatchObject({
    code: 'tracking.discount_beyond_stage',
  });
});

it('a looser version of the limits is a version, and the night lets through what now fits', async () => {
  const partner = await partnerAt('Ночь', 'standard', 'launch');
  await settle(partner, 600_000);
  expect((await statesOf(partner)).map(([, state]) => state)).toEqual(['on_hold']);
  const none = { dealsMax: null, accruedMinorMax: null, discountPpmMax: null };
  const limits = { launch: { ...none, accruedMinorMax: 6_000_000n }, pilot: none, start: none };
  await expect(
    publishLimits(co.world.contextOf('manager'), { limits, reason: 'Хочу' }),
  ).rejects.toMatchObject({ kind: 'not_permitted' });
  expect((await publishLimits(co.world.contextOf('head'), { limits, reason: 'Чек вырос' })).version).toBe(1);
  await mature.run(co.ctx);
  expect((await statesOf(partner)).map(([, state]) => state)).toEqual(['approved']);
});
