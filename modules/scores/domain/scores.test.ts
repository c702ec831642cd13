import { addDays, businessDate, type BusinessDate } from '@mosty/kernel/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FLAGS, SIGNALS } from '../contract/parts.ts';
import { changesBetween, partsOf } from './changes.ts';
import { OUR_FAULTS, type Dated, type Facts } from './facts.ts';
import { shareOf } from './pulse/result.ts';
import { scoresFrom } from './scores.ts';
import { silenceOf } from './silence/silence.ts';
import { usualGap } from './silence/usual-gap.ts';

const TODAY = businessDate('2026-11-21');
const ago = (days: number): BusinessDate => addDays(TODAY, -days);

const day = fc.integer({ min: 0, max: 400 }).map(ago);
const some = <T>(of: fc.Arbitrary<T>, maxLength = 8): fc.Arbitrary<Dated<T>[]> =>
  fc
    .array(fc.tuple(day, of), { maxLength })
    .map((all) => all.map(([on, one], at) => ({ ...one, id: `row_${at}`, on })));
const flag = fc.constantFrom(...FLAGS);
const nothing = fc.constant({});
const book = fc.record({
  book: fc.constantFrom('partner_sales RUB', 'referral RUB'),
  now: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  before: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  median: fc.bigInt({ min: 0n, max: 10n ** 12n }),
});
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  kinds: fc.subarray(['affiliate', 'creator', 'agent', 'integrator']),
  since: fc.oneof(fc.constant(null), day),
  shown: some(
    fc.record({
      kind: fc.constantFrom(
        'case' as const,
        'reference' as const,
        'public_trace' as const,
        'kept_word' as const,
      ),
    }),
  ),
  outcomes: some(
    fc.record({ answer: fc.constantFrom('better' as const, 'same' as const, 'worse' as const) }),
  ),
  fit: fc.option(
    fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      answers: fc.integer({ min: 1, max: 9 }),
      on: day,
    }),
  ),
  mentions: some(nothing),
  registrations: some(fc.record({ approved: fc.boolean() })),
  promises: some(fc.record({ kept: fc.boolean() })),
  plan: some(fc.record({ done: fc.boolean() })),
  replies: some(fc.record({ inTime: fc.boolean() })),
  months: some(
    fc.record({
      sales: fc.integer({ min: 1, max: 60 }),
      refunds: fc.integer({ min: 0, max: 10 }),
      usualRefunds: fc.double({ min: 0, max: 6, noNaN: true }),
    }),
  ),
  incidents: some(fc.record({ severity: flag, inTime: fc.boolean() }), 3),
  openFlags: some(fc.record({ severity: flag }), 2),
  signals: fc.record(
    Object.fromEntries(SIGNALS.map((one) => [one, fc.array(day, { maxLength: 7 })])) as Record<
      (typeof SIGNALS)[number],
      fc.Arbitrary<BusinessDate[]>
    >,
  ),
  books: fc.array(book, { maxLength: 2 }),
  cameOn: fc.array(fc.integer({ min: 0, max: 29 }).map(ago), { maxLength: 6 }),
  wrote: some(nothing, 2),
  ourFaults: some(fc.record({ says: fc.constantFrom(...OUR_FAULTS) }), 3),
  usualApproved: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});
const scores = (facts: Facts) => scoresFrom(facts, TODAY);
const row = { id: 'one_more', on: TODAY };

test('S0.12: every score lies within 0…100, and no point is given beyond what its component can give', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { trust, pulse, basis } = scores(facts);
      for (const value of [trust.trust, ...Object.values(trust.sides), pulse ?? 0]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(Number.isInteger(value)).toBe(true);
      }
      for (const one of [...basis.trust, ...basis.pulse]) expect(one.points).toBeLessThanOrEqual(one.max);
      expect(pulse === null).toBe(facts.since === null);
    }),
  );
});

test('S0.13: better evidence never lowers trust or the pulse', () => {
  const better: readonly ((facts: Facts) => Facts)[] = [
    (facts) => ({ ...facts, shown: [...facts.shown, { ...row, kind: 'case' }] }),
    (facts) => ({ ...facts, shown: [...facts.shown, { ...row, kind: 'reference' }] }),
    (facts) => ({ ...facts, outcomes: [...facts.outcomes, { ...row, answer: 'better' }] }),
    (facts) => ({ ...facts, outcomes: facts.outcomes.map((one) => ({ ...one, answer: 'better' as const })) }),
    (facts) => ({ ...facts, fit: { share: 1, answers: 5, on: TODAY } }),
    (facts) => ({ ...facts, mentions: [...facts.mentions, row] }),
    (facts) => ({ ...facts, registrations: [...facts.registrations, { ...row, approved: true }] }),
    (facts) => ({ ...facts, promises: [...facts.promises, { ...row, kept: true }] }),
    (facts) => ({ ...facts, promises: facts.promises.map((one) => ({ ...one, kept: true })) }),
    (facts) => ({ ...facts, plan: [...facts.plan, { ...row, done: true }] }),
    (facts) => ({ ...facts, replies: [...facts.replies, { ...row, inTime: true }] }),
    (facts) => ({ ...facts, months: facts.months.map((one) => ({ ...one, refunds: 0 })) }),
    (facts) => ({ ...facts, incidents: facts.incidents.slice(1) }),
    (facts) => ({ ...facts, incidents: facts.incidents.map((one) => ({ ...one, inTime: true })) }),
    (facts) => ({ ...facts, openFlags: facts.openFlags.slice(1) }),
    (facts) => ({ ...facts, ourFaults: facts.ourFaults.slice(1) }),
    (facts) => ({ ...facts, wrote: [...facts.wrote, row] }),
    (facts) => ({ ...facts, cameOn: [...facts.cameOn, TODAY] }),
    (facts) => ({ ...facts, books: facts.books.map((one) => ({ ...one, now: one.now + 1_000_00n })) }),
  ];
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...better), (facts, improve) => {
      const [before, after] = [scores(facts), scores(improve(facts))];
      expect(after.trust.trust).toBeGreaterThanOrEqual(before.trust.trust);
      expect(after.pulse ?? 0).toBeGreaterThanOrEqual(before.pulse ?? 0);
    }),
    { numRuns: 600 },
  );
});

test('S0.16: an open critical flag holds trust at 39, a serious one at 59, a watch at 79, whatever was earned', () => {
  fc.assert(
    fc.property(anyFacts, flag, (facts, severity) => {
      const { trust } = scores({ ...facts, openFlags: [...facts.openFlags, { ...row, severity }] });
      expect(trust.trust).toBeLessThanOrEqual({ watch: 79, serious: 59, critical: 39 }[severity]);
    }),
  );
});

test('S1.59: more silence never raises the pulse and never calms', () => {
  const rank = { not_yet: 0, fine: 0, fading: 1, silent: 2 };
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 1, max: 60 }), (facts, days) => {
      // The same past, looked at later: every signal is older by as many days.
      const older = {
        ...facts,
        since: facts.since === null ? null : addDays(facts.since, -days),
        signals: Object.fromEntries(
          Object.entries(facts.signals).map(([name, all]) => [name, all.map((one) => addDays(one, -days))]),
        ) as unknown as Facts['signals'],
      };
      expect(scores(older).pulse ?? 0).toBeLessThanOrEqual(scores(facts).pulse ?? 0);
      expect(rank[scores(older).silence.state]).toBeGreaterThanOrEqual(rank[scores(facts).silence.state]);
    }),
  );
});

test('the order of rows changes nothing', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const turned = Object.fromEntries(
        Object.entries(facts).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.toReversed() : value,
        ]),
      ) as unknown as Facts;
      const [one, other] = [scores(facts), scores(turned)];
      const plain = ({ trust, pulse, silence, basis }: ReturnType<typeof scores>) => ({
        trust: trust.trust,
        pulse,
        silence: silence.state,
        parts: [...basis.trust, ...basis.pulse].map(({ points, n }) => [points, n]),
        trustRows: basis.trust.map(({ rows }) => rows),
      });
      expect(plain(other)).toEqual(plain(one));
    }),
  );
});

test('S1.59: usual is the median of the last six gaps within 7…60 days; nobody is silent before the fourteenth day', () => {
  expect(usualGap([])).toBe(30);
  expect(usualGap([ago(3), ago(2), ago(1)])).toBe(7);
  expect(usualGap([ago(400), ago(200), ago(1)])).toBe(60);
  expect(usualGap([60, 50, 41, 30, 20, 10, 0].map(ago))).toBe(10);
  const of = (days: number) =>
    silenceOf(
      {
        kinds: ['agent'],
        since: ago(300),
        signals: {
          publication: [],
          click: [],
          login: [],
          deal: [20, 13, 6, 0].map((gap) => ago(gap + days)),
        },
      },
      TODAY,
    );
  expect(of(13).state).toBe('fine');
  expect(of(14).state).toBe('fading');
  expect(of(21)).toMatchObject({ state: 'silent', best: { signal: 'deal', usualDays: 7, ratio: 3 } });
});

test('S1.59: one fresh signal of those expected is enough not to be silent; what is not expected of a kind does not count', () => {
  const quiet = { publication: [], click: [ago(1)], login: [], deal: [ago(200)] };
  expect(silenceOf({ kinds: ['affiliate'], since: ago(300), signals: quiet }, TODAY).state).toBe('fine');
  expect(silenceOf({ kinds: ['agent'], since: ago(300), signals: quiet }, TODAY).state).toBe('silent');
  const fresh = { publication: [], click: [], login: [], deal: [] };
  expect(silenceOf({ kinds: ['agent'], since: ago(5), signals: fresh }, TODAY).state).toBe('not_yet');
});

test('a level at the median of the kind and a steady trend give half of the result', () => {
  expect(shareOf({ book: 'partner_sales RUB', now: 100n, before: 100n, median: 100n })).toBe(0.5);
});

test('S0.70: a change says from what to what and because of which rows that were not there before', () => {
  const plain: Facts = {
    kinds: ['agent'],
    since: ago(300),
    shown: [],
    outcomes: [],
    fit: null,
    mentions: [],
    registrations: [],
    promises: [{ id: 'p1', on: ago(40), kept: true }],
    plan: [],
    replies: [],
    months: [],
    incidents: [],
    openFlags: [],
    signals: { publication: [], click: [], login: [], deal: [ago(3)] },
    books: [],
    cameOn: [],
    wrote: [],
    ourFaults: [],
    usualApproved: null,
  };
  const dayOf = (facts: Facts) => {
    const { trust, pulse, silence, basis } = scores(facts);
    return {
      day: { trust: trust.trust, pulse, silence: silence.state, parts: partsOf(basis, trust.cap) },
      basis,
    };
  };
  const [before, same] = [dayOf(plain), dayOf(plain)];
  expect(changesBetween(before.day, same.day, same.basis)).toBeNull();
  const now = dayOf({
    ...plain,
    promises: [...plain.promises, { id: 'p2', on: TODAY, kept: false }],
    ourFaults: [{ id: 'p3', on: TODAY, says: 'our_promise_missed' }],
  });
  expect(changesBetween(before.day, now.day, now.basis)).toMatchObject([
    { of: 'trust', because: [{ component: 'promises', rows: [{ id: 'p2', says: 'promise_missed' }] }] },
    { of: 'pulse', because: [{ component: 'order', from: 20, to: 15, rows: [{ id: 'p3' }] }] },
  ]);
});
