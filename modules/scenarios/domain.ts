import { Refusal } from '@mosty/kernel/refusal';

/** What two spellings of one name have in common. */
export function scenarioKey(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** A name is somebody's sign: it needs at least one letter or digit. */
export function checkScenarioName(name: string): Refusal | null {
  return /[\p{L}\p{N}]/u.test(name) ? null : new Refusal('invalid', 'scenarios.name_says_nothing', { name });
}
