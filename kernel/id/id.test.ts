import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idSource, isId, PREFIXES, randomIds } from './index.ts';

test('ids sort by the time they were made', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 1e9 }), (at, later) => {
      const before = randomIds.next('sale', new Date(at));
      const after = randomIds.next('sale', new Date(at + later));
      expect(before < after).toBe(true);
    }),
  );
});

test('a seeded source replays, a real one does not repeat', () => {
  const seeded = () => idSource((count) => new Uint8Array(count).map((_, place) => place % 251));
  const at = new Date('2026-11-21T00:00:00Z');
  expect(seeded().next('partner', at)).toBe(seeded().next('partner', at));
  const many = new Set(Array.from({ length: 10_000 }, () => randomIds.next('sale', at)));
  expect(many.size).toBe(10_000);
});

test('an id is known by its noun', () => {
  const id = randomIds.next('payout', new Date());
  expect(isId('payout', id)).toBe(true);
  expect(isId('partner', id)).toBe(false);
  expect(isId('payout', `${id}'`)).toBe(false);
});

test('no two nouns share a prefix', () => {
  const prefixes = Object.values(PREFIXES);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
