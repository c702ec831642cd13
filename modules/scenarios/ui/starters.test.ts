import { expect, it } from 'vitest';
import { scenarioInput } from '../contract.ts';
import { STARTER_CODES, starterOf, STARTERS } from './starters.ts';
import { words } from './words.ts';

it.each(['ru', 'en'] as const)(
  'a company that has no scenario begins with three tasks, each whole enough to be saved, in %s (S3.17)',
  (language) => {
    expect(STARTER_CODES).toEqual(['team', 'automate', 'market']);
    for (const code of STARTER_CODES) {
      const { task, title, does } = words[language].starter[code];
      const said: Readonly<Record<string, string>> = does;
      const seats = STARTERS[code].map((role) => ({ role, does: said[role] }));
      expect(scenarioInput.safeParse({ task, title, seats }).error).toBeUndefined();
      expect(seats[0]?.role).toBe('source');
    }
  },
);

it('an address that names no such task begins an empty form', () => {
  expect(starterOf('1')).toBeUndefined();
  expect(starterOf('team')).toBe('team');
});
