import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEndpointName, endpointKey } from './domain.ts';

test('letter case and spaces make no other name', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(endpointKey(`  ${name} `)).toBe(endpointKey(name));
      expect(endpointKey(endpointKey(name))).toBe(endpointKey(name));
    }),
  );
  expect(endpointKey('Первый  ДОМ')).toBe(endpointKey('первый дом'));
});

test('a name of marks alone is refused', () => {
  expect(checkEndpointName('— …')?.code).toContain('name_says_nothing');
  expect(checkEndpointName('Дом 1')).toBeNull();
});
