import { expect, test } from 'vitest';
import { filtersOf, standingOf, viewOf, VIEWS } from './partner-views.ts';

test('every saved view is recognised again from its own address', () => {
  for (const view of VIEWS) expect(viewOf(filtersOf(view, 'mem_1'), 'mem_1')).toBe(view);
});

test('without a word in the address the list shows partners, not contacts (S2.19)', () => {
  expect(standingOf('')).toEqual({ standing: 'partner' });
  expect(standingOf('contact')).toEqual({ standing: 'contact' });
  expect(standingOf('archive')).toEqual({ archived: 'yes' });
});
