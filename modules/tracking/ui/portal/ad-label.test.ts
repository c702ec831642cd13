import { expect, it } from 'vitest';
import { adLabelOf } from './ad-label.ts';

it('a label names the token once, and a token alone still makes a label', () => {
  const said = (adLabel: string | null, erid: string | null) => adLabelOf({ adLabel, erid }, 'Реклама.');
  expect(said('Реклама. ООО «Полка»', '2Vtz')).toBe('Реклама. ООО «Полка» erid: 2Vtz');
  expect(said('Реклама. ООО «Полка», erid 2Vtz', '2Vtz')).toBe('Реклама. ООО «Полка», erid 2Vtz');
  expect(said(null, '2Vtz')).toBe('Реклама. erid: 2Vtz');
  expect(said('Реклама. ООО «Полка»', null)).toBe('Реклама. ООО «Полка»');
  expect(said(null, null)).toBeNull();
});
