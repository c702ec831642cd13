import { expect, test } from 'vitest';
import { keptAt, type Keeping } from './keeping.ts';

const at = (text: string) => new Date(text);
const keeping = (partnerId: string | null, since: string | null, until: string | null): Keeping => ({
  partnerId,
  since: since === null ? null : at(since),
  until: until === null ? null : at(until),
});
const who = (keepings: Keeping[], moment: string) => keptAt(keepings, at(moment), 'Europe/Moscow')?.partnerId;

test('the keeper of the moment counts, not that of today', () => {
  const handed = [keeping('a', null, '2026-05-12T12:00:00Z'), keeping('b', '2026-05-12T12:00:00Z', null)];
  expect(who(handed, '2020-01-01T00:00:00Z')).toBe('a');
  expect(who(handed, '2026-05-12T11:59:59Z')).toBe('a');
  expect(who(handed, '2026-05-12T12:00:00Z')).toBe('b');
});

test('a client written down at noon is kept that whole day of the company, and not the day before', () => {
  const noon = [keeping('a', '2026-05-12T09:00:00Z', null)];
  expect(who(noon, '2026-05-11T21:00:00Z')).toBe('a');
  expect(who(noon, '2026-05-11T20:59:59Z')).toBeUndefined();
});

test('given to nobody is nobody’s, even if somebody begins later that day', () => {
  const left = [
    keeping('a', null, '2026-05-12T06:00:00Z'),
    keeping(null, '2026-05-12T06:00:00Z', '2026-05-12T15:00:00Z'),
    keeping('b', '2026-05-12T15:00:00Z', null),
  ];
  expect(who(left, '2026-05-12T10:00:00Z')).toBeNull();
});
