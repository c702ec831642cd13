import { definedEvidence } from '@mosty/lifecycle';
import { EVIDENCE } from '@mosty/lifecycle/contract';
import { words } from '@mosty/lifecycle/ui';
import '@mosty/server/composition';
import { expect, test } from 'vitest';

test('somebody finds every evidence that gates ask for', () => {
  const found = definedEvidence();
  // Of the entry itself: a name and its source are written by the verb that lets it in.
  expect(EVIDENCE.filter((code) => !found.has(code) && code !== 'name_and_source')).toEqual([]);
});

test.each(['ru', 'en'] as const)('every evidence is said in words (%s)', (language) => {
  for (const code of EVIDENCE) expect(words[language].evidence[code], code).toMatch(/\S/);
});
