import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkScenarioName, scenarioKey } from './domain.ts';

test('letter case and spaces make no other name', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(scenarioKey(`  ${name} `)).toBe(scenarioKey(name));
      expect(scenarioKey(scenarioKey(name))).toBe(scenarioKey(name));
    }),
  );
  expect(scenarioKey('Первый  ДОМ')).toBe(scenarioKey('первый дом'));
});

test('a name of marks alone is refused', () => {
  expect(checkScenarioName('— …')?.code).toContain('name_says_nothing');
  expect(checkScenarioName('Дом 1')).toBeNull();
});
