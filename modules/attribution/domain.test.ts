import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, businessDate } from '@mosty/kernel/time';
import { decideSource, isInForce, type AgreementFact, type SaleFacts } from './domain.ts';

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

const nobody: SaleFacts = { day, named: null, code: null, keeper: null };

describe('who brought (S2.31, S3.13)', () => {
  test('nobody named is a direct sale', () => {
    expect(decideSource(nobody, () => [agreement()])).toEqual({ kind: 'direct' });
  });

  test('an explicit partner goes before a code, a code before the keeper', () => {
    const facts: SaleFacts = {
      day,
      named: { text: 'Вектор', partnerId: 'par_1' },
      code: { text: 'SALE', partnerId: 'par_2', agreementId: 'agr_2' },
      keeper: { partnerId: 'par_3', sinceDay: null, clientName: 'Ромашка' },
    };
    const of = (partnerId: string) => [agreement({ partnerId, id: `agr_${partnerId.slice(4)}` })];
    const first = decideSource(facts, of);
    const second = decideSource({ ...facts, named: null }, of);
    const third = decideSource({ ...facts, named: null, code: null }, of);
    expect([first, second, third].map((found) => found.kind === 'credited' && found.credit.rule)).toEqual([
      'explicit_partner',
      'code',
      'keeper',
    ]);
  });

  test('somebody named without an agreement in force does not pass the credit to the next', () => {
    const facts: SaleFacts = {
      ...nobody,
      named: { text: 'Вектор', partnerId: 'par_1' },
      keeper: { partnerId: 'par_3', sinceDay: null, clientName: 'Ромашка' },
    };
    const decision = decideSource(facts, (id) => (id === 'par_3' ? [agreement({ partnerId: id })] : []));
    expect(decision).toEqual({
      kind: 'uncredited',
      reason: { code: 'no_agreement_in_force', params: { named: 'Вектор', day } },
    });
  });

  test('an unknown name or code is said, not dropped', () => {
    const named = decideSource({ ...nobody, named: { text: 'Кто-то', partnerId: null } }, () => []);
    const code = decideSource({ ...nobody, code: { text: 'XYZ', partnerId: null } }, () => []);
    expect([named, code].map((found) => found.kind === 'uncredited' && found.reason.code)).toEqual([
      'named_partner_unknown',
      'code_unknown',
    ]);
  });

  test('a keeper counts from the day the client was given to it', () => {
    const keeper = { partnerId: 'par_1', sinceDay: businessDate('2026-03-11'), clientName: 'Ромашка' };
    expect(decideSource({ ...nobody, keeper }, () => [agreement()]).kind).toBe('direct');
    expect(decideSource({ ...nobody, keeper: { ...keeper, sinceDay: day } }, () => [agreement()]).kind).toBe(
      'credited',
    );
  });

  test('of several agreements in force the outside network is preferred, and the reason says there were several', () => {
    const found = decideSource({ ...nobody, named: { text: 'П', partnerId: 'par_1' } }, () => [
      agreement({ id: 'agr_r', class: 'referral', startsOn: businessDate('2025-01-01') }),
      agreement({ id: 'agr_p' }),
    ]);
    expect(
      found.kind === 'credited' && [
        found.credit.agreement.id,
        found.credit.reason.params['agreementsInForce'],
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
        const found = decideSource({ ...nobody, named: { text: 'П', partnerId: 'par_1' } }, () => shuffled);
        expect(found.kind === 'credited' && found.credit.agreement.id).toBe('agr_d');
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
