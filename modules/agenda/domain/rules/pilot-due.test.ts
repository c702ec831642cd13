import { expect, test } from 'vitest';
import { pilotDue } from './pilot-due.ts';
import { ground, on } from './ground.fixture.ts';

test('a pilot asks for a verdict in its last week and goes on asking after it', () => {
  const due = (days: number) =>
    pilotDue.find([{ pilotId: 'o', partnerId: 'p', endsOn: on(days), kind: 'agent' }], ground).length;
  expect([due(8), due(7), due(-20)]).toEqual([0, 1, 1]);
});
