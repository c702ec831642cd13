import { expect, test } from 'vitest';
import { recognitionDue } from './recognition-due.ts';
import { ground, on } from './ground.fixture.ts';

test('S1.65: a top partner is due thanks after two quarters without any', () => {
  const thanked = (days: number) =>
    recognitionDue.find([{ partnerId: 'p', thankedOn: on(-days), since: on(-400) }], ground).length;
  expect([thanked(182), thanked(183)]).toEqual([0, 1]);
  expect(recognitionDue.find([{ partnerId: 'p', thankedOn: null, since: on(-400) }], ground)).toHaveLength(1);
});
