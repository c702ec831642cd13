import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '@mosty/kernel/time';
import { policySchema, SHIPPED_POLICY, type Policy, type Sharing } from '../../contract/policy.ts';
import type { AgreementFact } from '../agreement.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { DealFact, Facts, TouchFact } from './facts.ts';
import { shareTouches } from '../../contract/share-touches.ts';

const day = businessDate('2026-03-10');
const at = '2026-03-10T12:00:00.000Z';

const agreement = (partnerId: string, over: Partial<AgreementFact> = {}): AgreementFact => ({
  id: `agr_${partnerId}`,
  partnerId,
  class: 'partner_sales',
  kind: 'agent',
  startsOn: businessDate('2026-01-01'),
  endsOn: null,
  accepted: true,
  launchedOn: businessDate('2026-01-15'),
  endedOn: null,
  ...over,
});
const EVERYBODY = ['blog', 'coupon', 'agent', 'maker', 'expert'].map((name) => agreement(name));

const facts = (over: Partial<Facts> = {}): Facts => ({
  day,
  at,
  named: null,
  code: null,
  deals: [],
  touches: [],
  keeper: null,
  agreements: EVERYBODY,
  ...over,
});
const click = (partnerId: string, daysAgo: number): TouchFact => ({
  partnerId,
  agreementId: `agr_${partnerId}`,
  at: new Date(Date.parse(at) - daysAgo * 86_400_000).toISOString(),
  kind: 'click',
});
const deal = (over: Partial<DealFact> = {}): DealFact => ({
  dealId: 'deal_1',
  number: 1,
  linked: false,
  source: { partnerId: 'agent', agreementId: 'agr_agent' },
  registeredAt: '2026-02-01T09:00:00.000Z',
  protectedUntil: businessDate('2026-05-01'),
  participants: [],
  ...over,
});
const policy = (...rules: Policy['rules']): Policy => policySchema.parse({ rules });
const ruleOf = (decision: Decision) => (decision.kind === 'direct' ? null : decision.rule);
const shares = (decision: Decision) =>
  decision.kind === 'credited'
    ? decision.participants.map(({ partnerId, role, sharePpm }) => [partnerId, role, Number(sharePpm)])
    : decision.kind;
const lostBy = (decision: Decision) => decision.lost.map(({ partnerId, reason }) => [partnerId, reason.code]);

describe('two partners and one client', () => {
  it('the last link wins by the shipped policy, and the other is told why not', () => {
    const decision = decide(facts({ touches: [click('blog', 20), click('coupon', 1)] }), SHIPPED_POLICY);
    expect(shares(decision)).toEqual([['coupon', 'source', 1_000_000]]);
    expect(lostBy(decision)).toEqual([['blog', 'not_last_touch']]);
  });

  it('a link older than the window brought nobody', () => {
    const decision = decide(facts({ touches: [click('blog', 91)] }), SHIPPED_POLICY);
    expect(decision.kind).toBe('direct');
    expect(lostBy(decision)).toEqual([['blog', 'touches_out_of_window']]);
  });

  it('a registered client is its partner’s, though another’s link was clicked later', () => {
    const decision = decide(facts({ deals: [deal()], touches: [click('blog', 1)] }), SHIPPED_POLICY);
    expect([ruleOf(decision), shares(decision)]).toEqual(['deal', [['agent', 'source', 1_000_000]]]);
    expect(lostBy(decision)).toEqual([['blog', 'earlier_rule']]);
  });

  it('of two registrations the earlier one decides', () => {
    const later = deal({
      dealId: 'deal_2',
      number: 2,
      source: { partnerId: 'blog', agreementId: 'agr_blog' },
      registeredAt: '2026-02-02T09:00:00.000Z',
    });
    const decision = decide(facts({ deals: [later, deal()] }), SHIPPED_POLICY);
    expect(shares(decision)).toEqual([['agent', 'source', 1_000_000]]);
    expect(lostBy(decision)).toEqual([['blog', 'earlier_registration']]);
  });
});

describe('a coupon at the checkout (S0.33)', () => {
  const atCheckout = facts({
    code: { partnerId: 'coupon', agreementId: 'agr_coupon' },
    touches: [click('blog', 3)],
  });
  const rules = (yieldsToTouches: boolean) =>
    policy(
      { rule: 'code', yieldsToTouches },
      { rule: 'touches', windowDays: 30, sharing: { model: 'last' } },
    );

  it('wins where the policy lets it', () => {
    expect(shares(decide(atCheckout, rules(false)))).toEqual([['coupon', 'source', 1_000_000]]);
  });

  it('gives way to the one whose link led here, and says so', () => {
    const decision = decide(atCheckout, rules(true));
    expect([ruleOf(decision), shares(decision)]).toEqual(['touches', [['blog', 'source', 1_000_000]]]);
    expect(lostBy(decision)).toEqual([['coupon', 'code_at_checkout']]);
    expect(decision.steps.map(({ said }) => said)).toEqual(['gave_way', 'decided']);
  });

  it('stays the partner’s whose own link led here too', () => {
    const own = { ...atCheckout, touches: [click('coupon', 5), click('blog', 3)] };
    expect(ruleOf(decide(own, rules(true)))).toBe('code');
  });
});

describe('a seller who goes round the partner', () => {
  it('does not gain by it', () => {
    expect(shares(decide(facts({ deals: [deal()] }), SHIPPED_POLICY))).toEqual([
      ['agent', 'source', 1_000_000],
    ]);
  });

  it('does where the company has said so, and the partner reads why', () => {
    const direct = policy({ rule: 'deal', bypass: 'counts_as_direct' });
    const decision = decide(facts({ deals: [deal()] }), direct);
    expect([decision.kind, lostBy(decision)]).toEqual(['direct', [['agent', 'bypass_not_credited']]]);
  });

  it('nor by opening a deal of our own after the registration and selling by that', () => {
    const own = (registeredAt: string) =>
      deal({ dealId: 'deal_own', number: 9, linked: true, source: null, registeredAt, protectedUntil: null });
    const later = decide(facts({ deals: [deal(), own('2026-02-20T09:00:00.000Z')] }), SHIPPED_POLICY);
    expect(shares(later)).toEqual([['agent', 'source', 1_000_000]]);
    const earlier = decide(facts({ deals: [deal(), own('2026-01-20T09:00:00.000Z')] }), SHIPPED_POLICY);
    expect([earlier.kind, lostBy(earlier)]).toEqual(['direct', [['agent', 'own_deal_earlier']]]);
  });

  it('a registration that has run out protects nobody', () => {
    const over = facts({ deals: [deal({ protectedUntil: businessDate('2026-03-09') })] });
    expect(decide(over, SHIPPED_POLICY).kind).toBe('direct');
  });
});

describe('four roles (S3.19, S3.36)', () => {
  const roles: DealFact['participants'] = [
    { partnerId: 'agent', agreementId: 'agr_agent', role: 'source', sharePpm: 1_000_000, capMinor: null },
    {
      partnerId: 'maker',
      agreementId: 'agr_maker',
      role: 'implement',
      sharePpm: 1_000_000,
      capMinor: 500_000,
    },
    {
      partnerId: 'expert',
      agreementId: 'agr_expert',
      role: 'expertise',
      sharePpm: 1_000_000,
      capMinor: null,
    },
  ];

  it('those who did their part are there beside the one who brought, and the sale counts once', () => {
    const decision = decide(facts({ deals: [deal({ linked: true, participants: roles })] }), SHIPPED_POLICY);
    expect(shares(decision)).toEqual([
      ['agent', 'source', 1_000_000],
      ['maker', 'implement', 1_000_000],
      ['expert', 'expertise', 1_000_000],
    ]);
    if (decision.kind !== 'credited') throw new Error('nobody credited');
    expect(decision.participants.filter(({ leads }) => leads).map(({ partnerId }) => partnerId)).toEqual([
      'agent',
    ]);
    expect(decision.participants[1]?.capMinor).toBe(500_000n);
  });

  it('they are there also when the row names another source', () => {
    const decision = decide(
      facts({
        named: { partnerId: 'blog' },
        deals: [deal({ linked: true, participants: roles })],
      }),
      SHIPPED_POLICY,
    );
    expect(shares(decision)).toEqual([
      ['blog', 'source', 1_000_000],
      ['maker', 'implement', 1_000_000],
      ['expert', 'expertise', 1_000_000],
    ]);
    expect(lostBy(decision)).toEqual([['agent', 'earlier_rule']]);
  });

  it('one whose agreement has ended is named among those who lost', () => {
    const agreements = EVERYBODY.map((one) =>
      one.partnerId === 'maker' ? { ...one, endedOn: businessDate('2026-02-20') } : one,
    );
    const decision = decide(
      facts({ agreements, deals: [deal({ linked: true, participants: roles })] }),
      SHIPPED_POLICY,
    );
    expect(lostBy(decision)).toEqual([['maker', 'no_agreement_in_force']]);
  });
});

const SHARINGS: readonly Sharing[] = [
  { model: 'first' },
  { model: 'last' },
  { model: 'linear' },
  { model: 'position', firstPpm: 400_000, lastPpm: 400_000 },
  { model: 'time_decay', halfLifeDays: 7 },
];
const someTouches = fc.array(
  fc.record({
    who: fc.constantFrom('blog', 'coupon', 'agent', 'maker'),
    daysAgo: fc.integer({ min: 0, max: 80 }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe.each(SHARINGS)('shares by $model', (sharing) => {
  it('sum to the whole, each above nothing, the greatest first', () => {
    fc.assert(
      fc.property(someTouches, (told) => {
        const touches = told.map(({ who, daysAgo }) => click(who, daysAgo));
        const decision = decide(facts({ touches }), policy({ rule: 'touches', windowDays: 90, sharing }));
        if (decision.kind !== 'credited') throw new Error('nobody credited');
        const parts = decision.participants.map(({ sharePpm }) => sharePpm);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(1_000_000n);
        expect(parts.every((part) => part > 0n)).toBe(true);
        expect(parts).toEqual(parts.toSorted((a, b) => Number(b - a)));
        expect(decision.participants.filter(({ leads }) => leads)).toHaveLength(1);
        const heard = new Set([...decision.participants, ...decision.lost].map(({ partnerId }) => partnerId));
        expect(heard).toEqual(new Set(touches.map(({ partnerId }) => partnerId)));
      }),
    );
  });

  it('do not depend on the order in which touches are told', () => {
    fc.assert(
      fc.property(someTouches, fc.infiniteStream(fc.nat()), (told, dice) => {
        const touches = told.map(({ who, daysAgo }) => click(who, daysAgo));
        const shuffled = touches
          .map((touch) => ({ touch, place: dice.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ touch }) => touch);
        expect(shareTouches(shuffled, sharing, at)).toEqual(shareTouches(touches, sharing, at));
      }),
    );
  });
});

describe('the decision explains itself', () => {
  const anything = fc.record({
    named: fc.option(fc.constantFrom('blog', 'agent', 'nobody')),
    code: fc.option(fc.constantFrom('coupon', 'nobody')),
    touched: someTouches.filter((told) => told.length < 4),
    hasTouches: fc.boolean(),
    hasDeal: fc.boolean(),
    kept: fc.option(fc.constantFrom('maker', 'expert')),
    yieldsToTouches: fc.boolean(),
  });

  it('every rule says something, exactly one decides or refuses unless the sale is direct, and nobody wins and loses it', () => {
    fc.assert(
      fc.property(anything, (told) => {
        const known = (who: string) => (who === 'nobody' ? null : who);
        const decision = decide(
          facts({
            named: told.named === null ? null : { partnerId: known(told.named) },
            code:
              told.code === null
                ? null
                : told.code === 'nobody'
                  ? { partnerId: null }
                  : { partnerId: told.code, agreementId: `agr_${told.code}` },
            touches: told.hasTouches ? told.touched.map(({ who, daysAgo }) => click(who, daysAgo)) : [],
            deals: told.hasDeal ? [deal()] : [],
            keeper: told.kept === null ? null : { partnerId: told.kept, sinceDay: null },
          }),
          {
            ...SHIPPED_POLICY,
            rules: SHIPPED_POLICY.rules.map((rule) =>
              rule.rule === 'code' ? { ...rule, yieldsToTouches: told.yieldsToTouches } : rule,
            ),
          },
        );
        expect(decision.steps.map(({ rule }) => rule)).toEqual(SHIPPED_POLICY.rules.map(({ rule }) => rule));
        const settled = decision.steps.filter(({ said }) => said === 'decided' || said === 'refused');
        expect(settled).toHaveLength(decision.kind === 'direct' ? 0 : 1);
        expect(settled[0]?.rule ?? null).toBe(ruleOf(decision));
        if (decision.kind === 'credited')
          for (const { partnerId } of decision.participants)
            expect(
              decision.lost.filter(
                (one) => one.partnerId === partnerId && one.reason.code === 'earlier_rule',
              ),
            ).toEqual([]);
      }),
    );
  });
});
