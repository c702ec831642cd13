import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeIcal } from './ical.ts';

const entry = (title: string) => ({
  kind: 'plan' as const,
  id: 'pln_1',
  onDay: '2026-03-31',
  title,
  of: null,
  partner: null,
  state: 'planned',
});

test('no line is longer than 75 octets, and unfolding brings the words back whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      fc.pre(!/\p{Cc}/u.test(title) && title.isWellFormed());
      const text = writeIcal([entry(title)], new Date('2026-03-01T09:00:00Z'));
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const summary = /SUMMARY:(.*)\r\nTRANSP/.exec(text.replaceAll('\r\n ', ''))?.[1] ?? '';
      expect(summary.replace(/\\([\\;,])/g, '$1')).toBe(title);
    }),
  );
});

test('an entry is a whole day, and the day after it is its end over the edge of a month', () => {
  const text = writeIcal([entry('Вебинар')], new Date('2026-03-01T09:00:00Z'));
  expect(text).toContain('DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401');
  expect(text).toContain('DTSTAMP:20260301T090000Z');
});
