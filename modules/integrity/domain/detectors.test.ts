import { describe, expect, test } from 'vitest';
import { BY_HAND, SIGNS, type DetectorCode } from '../contract/signs.ts';
import { ALL_DETECTORS } from './all-detectors.ts';
import { DAY_MS } from './detector.ts';
import type { Facts, Given } from './facts.ts';
import { looksLike } from './look-alike.ts';
import { sinceEnded, withoutExplained } from './since.ts';
import { HEALTHY, NOTHING, NOW, salesOf, seeded, type Habit } from './toxic.fixture.ts';

const given = (code: DetectorCode): Given => ({
  now: NOW,
  today: '2026-11-20',
  currency: 'RUB',
  brandWords: ['Полка'],
  ownDomains: ['polka.ru'],
  seasons: [{ name: 'Чёрная пятница', from: '11-01', to: '11-30', floorPpm: 700_000 }],
  thresholds: find(code).thresholds,
});
const find = (code: DetectorCode) => {
  const one = ALL_DETECTORS.find((detector) => detector.code === code);
  if (!one) throw new Error(code);
  return one;
};
const found = (code: DetectorCode, facts: Partial<Facts>) =>
  find(code).find({ ...NOTHING, ...facts }, given(code));

/** Twenty healthy partners, and one called «toxic» who sells otherwise. */
function company(toxic: ((daysAgo: number) => Habit) | null, seed = 11): Pick<Facts, 'sales'> {
  const random = seeded(seed);
  const sales = Array.from({ length: 20 }, (_, place) =>
    salesOf(`p${place}`, random, () => ({ salesADay: 0.3 + (place % 5) * 0.2 })),
  ).flat();
  return { sales: toxic ? [...sales, ...salesOf('toxic', random, toxic)] : sales };
}
const always = (habit: Partial<Habit>) => () => ({ salesADay: 0.8, ...habit });
const lately = (days: number, habit: Partial<Habit>) => (ago: number) => ({
  salesADay: 0.8,
  ...(ago <= days ? habit : {}),
});

/** Of each sign found in sales: a partner that shows it, and its healthy twin. */
const PLANTED: readonly (readonly [DetectorCode, (daysAgo: number) => Habit])[] = [
  ['coupon_after_cart', always({ fromCart: 0.75, byCode: 0.9 })],
  ['seconds_to_sale', always({ quick: 0.6 })],
  ['last_click_jump', lately(14, { lastMinute: 0.9, salesADay: 1.6 })],
  ['dumping_in_season', lately(18, { paid: 0.55 })],
  ['returns_up', always({ refunded: 0.2 })],
  ['code_leak', lately(14, { salesADay: 4, byCode: 0.95, clicked: 0.1 })],
];

describe.each(PLANTED)('%s', (code, habit) => {
  test('is found, with rows to look at, and nobody else is (S0.9, S0.27–S0.37, S0.63)', () => {
    const findings = found(code, company(habit));
    expect(findings.map(({ partnerId }) => partnerId)).toEqual(['toxic']);
    expect(findings[0]?.rows.length).toBeGreaterThan(2);
    expect(findings[0]?.rows.every(({ subject }) => subject.startsWith('toxic-'))).toBe(true);
  });

  test('is not found on the healthy twin, whatever the seed', () => {
    for (let seed = 1; seed <= 20; seed += 1) expect(found(code, company(always({}), seed))).toEqual([]);
  });

  test('what was fixed and what was explained is looked at anew from that day', () => {
    const facts = { ...NOTHING, ...company(habit) };
    const ended = { partnerId: 'toxic', sign: code, state: 'lifted' as const, endedAt: NOW, subjects: [] };
    expect(find(code).find(sinceEnded(find(code), facts, [ended]), given(code))).toEqual([]);
  });
});

test('own baseline: who always had a third at the exit is no jump, and who jumped to the same third is', () => {
  const steady = always({ fromCart: 0.33, salesADay: 2 });
  const jumped = lately(90, { fromCart: 0.4, salesADay: 2 });
  expect(found('coupon_after_cart', company(steady))).toEqual([]);
  const [finding] = found(
    'coupon_after_cart',
    company((ago) => (ago > 90 ? { salesADay: 2, fromCart: 0 } : jumped(ago))),
  );
  expect(finding).toMatchObject({ partnerId: 'toxic', severity: 'watch' });
  expect(found('last_click_jump', company(always({ lastMinute: 0.9, salesADay: 2 })))).toEqual([]);
});

test('a code heard in a podcast is no coupon site: without a visit nobody can say', () => {
  expect(found('coupon_after_cart', company(always({ clicked: 0, byCode: 1 })))).toEqual([]);
});

test('S0.27: buyers with coupons only are a question, a watch or nothing, as ours answer what the audience is about', () => {
  const sales = company(always({ byCode: 0.97, salesADay: 1 })).sales;
  const answered = (answer: string) =>
    found('giveaway_audience', {
      sales,
      answers: [{ partnerId: 'toxic', question: 'topic_spread', answer, at: NOW }],
    });
  expect(found('giveaway_audience', { sales })).toMatchObject([
    { partnerId: 'toxic', severity: 'watch', measure: { code: 'giveaway_audience_unanswered' } },
  ]);
  expect(answered('everything')).toMatchObject([{ severity: 'serious' }]);
  expect(answered('one_topic')).toEqual([]);
  expect(found('giveaway_audience', company(always({})))).toEqual([]);
});

const clicksOf = (partnerId: string, people: (ago: number) => number, machines: (ago: number) => number) =>
  Array.from({ length: 90 }, (_, ago) => ({
    partnerId,
    day: new Date(Date.parse('2026-11-20') - ago * DAY_MS).toISOString().slice(0, 10),
    people: people(ago),
    machines: machines(ago),
  }));

test('threats 15, 16: a flood that does not buy, and machines that were not there before; a loud week that sells is neither', () => {
  const usual = Array.from({ length: 10 }, (_, place) =>
    clicksOf(
      `p${place}`,
      () => 20,
      () => 1,
    ),
  ).flat();
  const { sales } = company(null);
  const flood = [
    ...usual,
    ...clicksOf(
      'toxic',
      (ago) => (ago < 14 ? 400 : 10),
      () => 1,
    ),
  ];
  expect(found('click_flood', { clicks: flood, sales })).toMatchObject([
    { partnerId: 'toxic', severity: 'serious' },
  ]);
  const loud = salesOf('toxic', seeded(3), (ago) => ({ salesADay: ago <= 14 ? 12 : 0.5 }));
  expect(found('click_flood', { clicks: flood, sales: [...sales, ...loud] })).toEqual([]);
  const bots = [
    ...usual,
    ...clicksOf(
      'toxic',
      () => 10,
      (ago) => (ago < 28 ? 40 : 1),
    ),
  ];
  expect(found('machine_clicks', { clicks: bots })).toMatchObject([
    { partnerId: 'toxic', severity: 'watch' },
  ]);
  expect(
    found('machine_clicks', {
      clicks: [
        ...usual,
        ...clicksOf(
          'known',
          () => 10,
          () => 40,
        ),
      ],
    }),
  ).toEqual([]);
});

test('threat 13: the same tax number or account is critical, a telephone serious, and without a sale nothing', () => {
  const alike = (by: 'tax_number' | 'phone' | 'account', sales: number) =>
    found('self_referral', {
      likeness: [{ partnerId: 'toxic', by, subject: 'cus_1', sales, unpaidMinor: 500n }],
    });
  expect(alike('tax_number', 2)).toMatchObject([{ severity: 'critical', atStakeMinor: 500n }]);
  expect(alike('account', 0)).toMatchObject([{ severity: 'critical' }]);
  expect(alike('phone', 1)).toMatchObject([{ severity: 'serious' }]);
  expect(alike('phone', 0)).toEqual([]);
});

test('S0.32: our name in a code in either alphabet, a look-alike site; our own sites and other words are not', () => {
  const named = (kind: 'code' | 'host', text: string) =>
    found('brand_in_name', { names: [{ partnerId: 'toxic', kind, id: 'cod_1', text }] });
  for (const text of ['POLKA10', 'полка-скидка', 'p0lka']) expect(named('code', text), text).toHaveLength(1);
  for (const text of ['OSEN', 'ПОДАРОК']) expect(named('code', text), text).toEqual([]);
  for (const host of ['polka-sale.ru', 'po1ka.ru', 'polkа.com', 'pollka.ru'])
    expect(named('host', host), host).toMatchObject([{ severity: 'serious' }]);
  for (const host of ['shop.polka.ru', 'polka.ru', 'yandex.ru', 'volga.ru'])
    expect(named('host', host), host).toEqual([]);
  expect(looksLike('pole.ru', ['polk.ru'], [], 1)).toBeNull();
});

test('S0.28, S0.29, S0.31, S0.35, S0.36: states are found, their healthy twins are not', () => {
  const ok = { partnerId: 'ok', hasAgreement: true, hasKpi: true, hasContact: true };
  const bare = { partnerId: 'toxic', hasAgreement: false, hasKpi: true, hasContact: false };
  expect(found('empty_ecosystem', { standing: [ok, bare] })).toMatchObject([
    { partnerId: 'toxic', severity: 'serious', rows: [{ subject: 'agreement' }, { subject: 'contact' }] },
  ]);
  const months = (partnerId: string, paid: readonly number[]) =>
    paid.map((minor, place) => ({
      partnerId,
      month: `2026-${String(place + 5).padStart(2, '0')}-01`,
      currency: 'RUB',
      paidMinor: BigInt(minor),
    }));
  const steady = months('ok', [50, 60, 55, 70, 65, 60]);
  expect(
    found('partner_of_the_century', { months: [...steady, ...months('toxic', [0, 10, 200, 40, 10, 5])] }),
  ).toMatchObject([{ partnerId: 'toxic', measure: { params: { month: '2026-07', days: 30 } } }]);
  expect(
    found('partner_of_the_century', { months: [...steady, ...months('back', [0, 10, 200, 40, 150, 180])] }),
  ).toEqual([]);
  const shown = {
    partnerId: 'toxic',
    id: 'cke_1',
    isScreenshot: true,
    isVerified: false,
    at: new Date('2026-10-01'),
  };
  expect(found('screenshots', { shown: [shown] })).toHaveLength(1);
  expect(found('screenshots', { shown: [{ ...shown, isVerified: true }] })).toEqual([]);
  expect(found('screenshots', { shown: [{ ...shown, at: NOW }] })).toEqual([]);
  const published = ['2026-08-10', '2026-09-01', '2026-10-01'].map((day, place) => ({
    partnerId: 'toxic',
    id: `pub_${place}`,
    day,
    followed: 0,
  }));
  expect(found('noise', { publications: published })).toHaveLength(1);
  expect(found('noise', { publications: published.map((one) => ({ ...one, followed: 1 })) })).toEqual([]);
  const asked = {
    partnerId: 'toxic',
    question: 'exclusivity' as const,
    answer: 'asked_gives_nothing',
    at: NOW,
  };
  expect(found('exclusivity', { answers: [asked] })).toHaveLength(1);
  expect(found('exclusivity', { answers: [{ ...asked, answer: 'asked_gives' }] })).toEqual([]);
  // S1.67: written down with its price and its end, it is no demand.
  const written = { partnerId: 'toxic', agreementId: 'agr_1', until: '2027-01-31' };
  expect(found('exclusivity', { answers: [asked], exclusive: [written] })).toEqual([]);
  const ofAnother = { ...written, partnerId: 'ok' };
  expect(found('exclusivity', { answers: [asked], exclusive: [ofAnother] })).toHaveLength(1);
});

test('an explained state stays explained, a fixed one that is there again is not', () => {
  const facts = { standing: [{ partnerId: 'toxic', hasAgreement: true, hasKpi: true, hasContact: false }] };
  const detector = find('empty_ecosystem');
  const all = found('empty_ecosystem', facts);
  const ended = { partnerId: 'toxic', sign: detector.code, endedAt: NOW, subjects: ['contact'] };
  expect(withoutExplained(detector, all, [{ ...ended, state: 'lifted' }])).toEqual([]);
  expect(withoutExplained(detector, all, [{ ...ended, state: 'closed' }])).toEqual(all);
});

test('S1.68: no sign is a mention of a competitor, and no detector reads what partners write', () => {
  expect([...SIGNS, ...BY_HAND].filter((sign) => /compet|rival|mention/.test(sign))).toEqual([]);
  const read = new Set(ALL_DETECTORS.flatMap(({ reads }) => reads));
  expect([...read].toSorted()).toEqual(Object.keys(NOTHING).toSorted());
  const publications = [{ partnerId: 'ok', id: 'pub_1', day: '2026-10-01', followed: 0 }];
  expect(ALL_DETECTORS.flatMap((one) => one.find({ ...NOTHING, publications }, given(one.code)))).toEqual([]);
});

test('every detector has thresholds of its own and says them in the units of their names', () => {
  for (const { code, thresholds } of ALL_DETECTORS)
    for (const name of Object.keys(thresholds)) expect(name, code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(HEALTHY.fromCart).toBeLessThan(0.5);
});
