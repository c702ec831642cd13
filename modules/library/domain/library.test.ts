import { businessDate } from '@mosty/kernel/time';
import { KINDS } from '@mosty/agreements/contract';
import { expect, test } from 'vitest';
import { ANSWERS_ENOUGH, kitOf } from './kit.ts';
import { freshSince, stageOfUse, whenIs } from './stale.ts';

test('S1.53: a kit says what is there, what nobody confirmed, what is missing and who can supply it', () => {
  const kit = kitOf(
    'creator',
    7,
    [
      { kind: 'logo', kinds: [], isStale: false },
      { kind: 'script', kinds: ['creator'], isStale: true },
      { kind: 'case', kinds: ['reseller'], isStale: false },
    ],
    { fresh: ANSWERS_ENOUGH, stale: 0 },
    { crm: true, agreed: 7, unpaid: 1 },
  );
  expect(kit.items.map(({ need, state, by }) => `${need} ${state} ${by}`)).toEqual([
    'crm have partner_sales',
    'commission missing finance',
    'logo have marketing',
    'script stale partner_sales',
    'walkthrough missing product',
    'case missing partner_sales',
    'answers have support',
  ]);
  expect([kit.have, kit.of]).toEqual([3, 7]);
});

test('S1.53: a commission is clear when a scheme says it to every partner of the kind; an alliance is not paid by the sale', () => {
  const none = { fresh: 0, stale: 0 };
  const of = (kind: (typeof KINDS)[number], agreed: number, unpaid: number) =>
    kitOf(kind, 3, [], none, { crm: true, agreed, unpaid }).items.find(({ need }) => need === 'commission')
      ?.state;
  expect(of('agent', 3, 0)).toBe('have');
  expect(of('agent', 3, 1)).toBe('missing');
  expect(of('agent', 0, 0)).toBe('missing');
  expect(of('ally', 3, 3)).toBeUndefined();
});

test('every kind has a kit, and an empty library has nothing of it', () => {
  for (const kind of KINDS) {
    const kit = kitOf(kind, 0, [], { fresh: 0, stale: ANSWERS_ENOUGH }, { crm: false, agreed: 0, unpaid: 0 });
    expect(kit.of).toBeGreaterThan(2);
    expect(kit.have).toBe(0);
    expect(kit.items.at(-1)).toMatchObject({ need: 'answers', state: 'stale' });
  }
});

test('ninety days are still fresh, the ninety-first asks', () => {
  const since = freshSince(businessDate('2026-11-21'));
  expect(since).toBe('2026-08-23');
});

test('an idea is ahead, on or over; whole days', () => {
  const idea = { fromOn: '2026-12-01', tillOn: '2026-12-20' };
  expect(['2026-11-30', '2026-12-01', '2026-12-20', '2026-12-21'].map((day) => whenIs(idea, day))).toEqual([
    'ahead',
    'now',
    'now',
    'over',
  ]);
});

test('who has no first result yet is given what leads to it', () => {
  expect([null, 'agreed', 'launch', 'pilot', 'working', 'review'].map(stageOfUse)).toEqual([
    'first',
    'first',
    'first',
    'first',
    'sell',
    'grow',
  ]);
});
