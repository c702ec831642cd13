import { expect, test } from 'vitest';
import type { Threshold } from '../contract/framework.ts';
import { hasCrossed, judgeTrackShare } from './crossed.ts';
import { SHIPPED_FRAMEWORK } from './shipped/framework.ts';

const rule: Threshold = {
  code: 'affiliate_to_ambassador',
  fromKind: 'affiliate',
  toKind: 'ambassador',
  fromTrack: null,
  toTrack: null,
  metric: 'sales',
  months: 6,
  comparison: 'at_least',
  value: 10,
};
const who = { partnerId: 'par_1', kinds: ['affiliate'], track: 'scaled', monthsWorking: 2, found: 10n };

test('S1.33: an affiliate who reached the line is proposed, one short of it or of another kind is not', () => {
  expect(hasCrossed(rule, who)).toBe(true);
  expect(hasCrossed(rule, { ...who, found: 9n })).toBe(false);
  expect(hasCrossed(rule, { ...who, kinds: ['agent'] })).toBe(false);
  expect(hasCrossed(rule, { ...who, kinds: ['affiliate', 'ambassador'] })).toBe(false);
});

test('nobody falls below a line that looks back further than they work', () => {
  const quiet: Threshold = {
    ...rule,
    fromKind: null,
    toKind: null,
    fromTrack: 'high_touch',
    toTrack: 'scaled',
    comparison: 'at_most',
    value: 0,
  };
  const top = { ...who, track: 'high_touch', found: 0n };
  expect(hasCrossed(quiet, { ...top, monthsWorking: 5 })).toBe(false);
  expect(hasCrossed(quiet, { ...top, monthsWorking: 6 })).toBe(true);
  expect(hasCrossed(quiet, { ...top, monthsWorking: 6, track: 'scaled' })).toBe(false);
});

test('S1.23: led personally is ten to twenty of a hundred', () => {
  expect([0, 9, 10, 20, 21].map((count) => judgeTrackShare(100, count))).toEqual([
    'few',
    'few',
    'within',
    'within',
    'many',
  ]);
  expect(judgeTrackShare(9, 5)).toBe('too_early');
});

test('the shipped document names every kind once (S1.28–S1.32, S2.15)', () => {
  const kinds = SHIPPED_FRAMEWORK.kinds.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
});
