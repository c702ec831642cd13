import { expect, test } from 'vitest';
import { firstWinLate } from './first-win-late.ts';
import { ground, on } from './ground.fixture.ts';

test('S1.55: a first result later than usual for the kind is a card; one that came, or an unknown usual, is not', () => {
  const row = {
    launchId: 'l',
    partnerId: 'x',
    kind: 'agent',
    touchedOn: on(0),
    hasSold: false,
    usualDays: 30,
  };
  expect(firstWinLate.find([{ ...row, beganOn: on(-30) }], ground)).toEqual([]);
  expect(firstWinLate.find([{ ...row, beganOn: on(-31) }], ground)).toMatchObject([{ params: { days: 31 } }]);
  expect(firstWinLate.find([{ ...row, beganOn: on(-90), hasSold: true }], ground)).toEqual([]);
  expect(firstWinLate.find([{ ...row, beganOn: on(-90), usualDays: null }], ground)).toEqual([]);
});
