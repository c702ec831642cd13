import { expect, test } from 'vitest';
import { readDay } from './read-day.ts';

test('a day is read as it is shown, typed in figures or by name, and never rolls over', () => {
  for (const typed of ['05.03.2026', '5.3.26', '05/03/2026', '5 3 2026', '2026-03-05', ' 5 марта 2026 '])
    expect(readDay(typed, 'ru')).toBe('2026-03-05');
  for (const typed of ['5 Mar 2026', '5 March 2026', '05/03/2026'])
    expect(readDay(typed, 'en')).toBe('2026-03-05');
  for (const typed of ['', '30.02.2026', '2026-13-01', '5 мартобря', 'завтра', '31 Foo 2026'])
    expect(readDay(typed, 'en')).toBeNull();
});
