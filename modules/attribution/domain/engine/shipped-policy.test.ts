import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, businessDate } from '@mosty/kernel/time';
import { SHIPPED_POLICY } from '../../contract/policy.ts';
import { isInForce, type AgreementFact } from '../agreement.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';

const day = businessDate('2026-03-10');

function agreement(over: Partial<AgreementFact> = {}): AgreementFact {
  return {
    id: 'agr_1',
    partnerId: 'par_1',
    class: 'partner_sales',
    kind: 'agent',
    startsOn: businessDate('2026-01-01'),
    endsOn: null,
    accepted: true,
    launchedOn: businessDate('2026-01-15'),
    endedOn: null,
    ...over,
  };
}

const nobody: Facts = {
  day,
  at: '2026-03-10T09:00:00.000Z',
  named: null,
  code: null,
  deals: [],
  touches: [],
  keeper: null,
  agreements: [],
};
const shipped = (over: Partial<Facts>, ...agreements: AgreementFact[]) => {
  const found = decide({ ...nobody, ...over, agreements }, SHIPPED_POLICY);
  return found.kind === 'credited' ? { ...found, credit: found.participants[0] } : found;
};

describe('who brought (S2.31, S3.13)', () => {
  test('nobody named is a direct sale', () => {
    expect(shipped({}, agreement())).toMatchObject({ kind: 'direct', lost: [] });
  });

  test('an explicit partner goes before a code, a code before the keeper', () => {
    const facts: Partial<Facts> = {
      named: { partnerId: 'par_1' },
      code: { partnerId: 'par_2', agreementId: 'agr_2' },
      keeper: { partnerId: 'par_3', sinceDay: null },
    };
    const all = ['1', '2', '3'].map((who) => agreement({ partnerId: `par_${who}`, id: `agr_${who}` }));
    const first = shipped(facts, ...all);
    const second = shipped({ ...facts, named: null }, ...all);
    const third = shipped({ ...facts, named: null, code: null }, ...all);
    expect([first, second, third].map((found) => found.kind === 'credited' && found.rule)).toEqual([
      'explicit_partner',
      'code',
      'keeper',
    ]);
  });

  test('somebody named without an agreement in force does not pass the credit to the next', () => {
    const decision = shipped(
      {
        named: { partnerId: 'par_1' },
        keeper: { partnerId: 'par_3', sinceDay: null },
      },
      agreement({ partnerId: 'par_3' }),
    );
    expect(decision).toMatchObject({
      kind: 'uncredited',
      reason: { code: 'no_agreement_in_force', params: { day } },
    });
  });

  test('an unknown name or code is said, not dropped', () => {
    const named = shipped({ named: { partnerId: null } });
    const code = shipped({ code: { partnerId: null } });
    expect([named, code].map((found) => found.kind === 'uncredited' && found.reason.code)).toEqual([
      'named_partner_unknown',
      'code_unknown',
    ]);
  });

  test('a keeper counts from the day the client was given to it', () => {
    const keeper = { partnerId: 'par_1', sinceDay: businessDate('2026-03-11') };
    expect(shipped({ keeper }, agreement()).kind).toBe('direct');
    expect(shipped({ keeper: { ...keeper, sinceDay: day } }, agreement()).kind).toBe('credited');
  });

  test('of several agreements in force the outside network is preferred, and the reason says there were several', () => {
    const found = shipped(
      { named: { partnerId: 'par_1' } },
      agreement({ id: 'agr_r', class: 'referral', startsOn: businessDate('2025-01-01') }),
      agreement({ id: 'agr_p' }),
    );
    expect(
      found.kind === 'credited' && [
        found.credit?.agreement.id,
        found.credit?.reason.params['agreementsInForce'],
      ],
    ).toEqual(['agr_p', 2]);
  });

  test('the decision does not depend on the order in which agreements come', () => {
    const many = ['a', 'b', 'c', 'd'].map((id, place) =>
      agreement({
        id: `agr_${id}`,
        class: place % 2 ? 'referral' : 'alliance',
        startsOn: addDays(day, -place - 1),
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: 4 }), (shuffled) => {
        const found = shipped({ named: { partnerId: 'par_1' } }, ...shuffled);
        expect(found.kind === 'credited' && found.credit?.agreement.id).toBe('agr_d');
      }),
    );
  });
});

describe('an agreement in force (S2.19)', () => {
  test.each([
    ['accepted and launched', {}, true],
    ['not accepted by both', { accepted: false }, false],
    ['never launched: a contact, not a partner', { launchedOn: null }, false],
    ['not begun yet', { startsOn: addDays(day, 1) }, false],
    ['its end day does not belong', { endsOn: day }, false],
    ['the day before its end does', { endsOn: addDays(day, 1) }, true],
    ['ended the day before', { endedOn: addDays(day, -1) }, false],
  ] as const)('%s', (_words, over, expected) => {
    expect(isInForce(agreement(over), day)).toBe(expected);
  });
});
