import { afterAll, beforeAll, expect, it } from 'vitest';
import { discardPolicyDraft, draftPolicy, publishPolicy } from '@mosty/attribution';
import { SHIPPED_POLICY, type Policy } from '@mosty/attribution/contract';
import { drainEvents } from '@mosty/kernel/events';
import { incentivesReactions } from '../reactions.ts';
import type { Pay } from '../contract/terms.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company, type Partner } from './company.fixture.ts';
import { previewPolicy } from './preview-policy.ts';
import { settleSales } from './settle-sales.ts';

const tenPercent: Pay = { kind: 'percent', ratePpm: 100_000 };
let co: Company;
let keeper: Partner;
let named: Partner;

beforeAll(async () => {
  co = await company();
  keeper = await co.partner('Хранитель', tenPercent);
  named = await co.partner('Названный', tenPercent);
});
afterAll(() => co?.close());

const net = async (of: Partner) =>
  (await accrualsOf(co.ctx, of.id)).reduce((sum, { amount }) => sum + amount, 0n);
const drain = () =>
  drainEvents({
    database: co.world.database,
    reactions: incentivesReactions,
    contextOf: async () => co.ctx,
    onFailure: (_reaction, error) => {
      throw error;
    },
  });
const keeperFirst: Policy = {
  ...SHIPPED_POLICY,
  rules: SHIPPED_POLICY.rules.toSorted((a, b) => Number(b.rule === 'keeper') - Number(a.rule === 'keeper')),
};

it('other rules are shown over history before they act, are published by another person, and settle what is open', async () => {
  const sales = [1, 2, 3].map(() => saleTo(keeper, 1_000, { namedPartner: 'Названный' }));
  await settleSales(co.ctx, { source: 'test', sales });
  expect([await net(keeper), await net(named)]).toEqual([0n, 300_00n]);

  const [head, owner] = [co.world.contextOf('head'), co.world.contextOf('owner')];
  const shown = await previewPolicy(head, { body: keeperFirst });
  expect(shown).toMatchObject({ examined: 3, changes: 3, closed: 0, limited: false, since: '2026-03-01' });
  expect(new Map(shown.shifts.map((one) => [one.partnerId, [one.gainsMinor, one.losesMinor]]))).toEqual(
    new Map([
      [keeper.id, [3_000_00n, 0n]],
      [named.id, [0n, 3_000_00n]],
    ]),
  );
  expect([await net(keeper), await net(named)]).toEqual([0n, 300_00n]);

  await expect(draftPolicy(head, { body: SHIPPED_POLICY, reason: 'То же' })).rejects.toMatchObject({
    code: 'attribution.policy_is_the_same',
  });
  await draftPolicy(head, { body: keeperFirst, reason: 'Закрепление важнее слов в строке' });
  await expect(publishPolicy(head)).rejects.toMatchObject({ code: 'attribution.author_cannot_publish' });
  expect(await publishPolicy(owner)).toEqual({ number: 1, soleApprover: false });
  await drain();
  expect([await net(keeper), await net(named)]).toEqual([300_00n, 0n]);
  expect(await whatIsOff(co.ctx)).toEqual([]);
  await expect(discardPolicyDraft(head)).rejects.toMatchObject({ code: 'attribution.no_policy_draft' });
  expect(await previewPolicy(head, { body: keeperFirst })).toMatchObject({ examined: 3, changes: 0 });
});
