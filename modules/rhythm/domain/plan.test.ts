import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDate } from '@mosty/kernel/time';
import { lacksOf, statusOf } from './plan.ts';
import { adLacks, publicationState } from './publication.ts';
import { seasonsBetween, seasonToPrepare } from './seasons.ts';

const text = fc.option(fc.constant('есть'), { nil: null });

test('S0.52, S0.55: an item without a day, a benefit, a message or support is a draft, and says what it lacks', () => {
  fc.assert(
    fc.property(text, text, text, text, (dueOn, benefit, message, support) => {
      const item = { state: 'open' as const, dueOn, benefit, message, support };
      const missing = [dueOn, benefit, message, support].filter((one) => one === null).length;
      expect(lacksOf(item)).toHaveLength(missing);
      expect(statusOf(item)).toBe(missing > 0 ? 'draft' : 'planned');
    }),
  );
});

const ad = {
  isAd: true,
  erid: 'LjN8K4abc',
  label: 'Реклама. ООО «Полка Софт»',
  followers: 24_000,
  registerProof: null,
  outAt: null,
  reportedOn: null,
};

test('an advertisement is not ready without a token, a label, and from 10 000 followers a proof of the register', () => {
  expect(adLacks(ad)).toEqual(['register_proof']);
  expect(publicationState(ad)).toBe('not_ready');
  expect(publicationState({ ...ad, registerProof: 'РКН № 1' })).toBe('ready');
  expect(adLacks({ ...ad, erid: null, label: null, followers: 900 })).toEqual(['erid', 'label']);
  expect(publicationState({ ...ad, isAd: false, erid: null, label: null })).toBe('ready');
});

test('S1.64: a season is told while there is time to prepare it, and one over New Year is found in January', () => {
  expect(seasonToPrepare(businessDate('2026-10-10'))?.code).toBe('black_friday');
  expect(seasonToPrepare(businessDate('2026-04-10'))).toBeNull();
  expect(
    seasonsBetween(businessDate('2027-01-03'), businessDate('2027-01-04')).map(({ code }) => code),
  ).toEqual(['new_year']);
});
