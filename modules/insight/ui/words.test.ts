import { describe, expect, it } from 'vitest';
import { BOOKS, CLASSES } from '../contract/class.ts';
import { GAP_CODES, METRICS } from '../contract/measure.ts';
import { BLUNT_RULES } from '../domain/blunt-sentence.ts';
import { COUNTED_GAPS } from '../domain/gaps.ts';
import { words as details } from './details/words.ts';
import { words } from './words.ts';

/** Keys as they stand, and as they are asked for, with plural endings taken off. */
function keysOf(tree: object, prefix = ''): Set<string> {
  const keys = Object.entries(tree).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null
      ? [...keysOf(inner, `${prefix}${name}.`)]
      : [`${prefix}${name}`, `${prefix}${name}`.replace(/_(one|few|many|other)$/, '')],
  );
  return new Set(keys);
}

const LINES = [
  'sold',
  'took_part',
  'promises_kept',
  'agreements_without_sales',
  'logos_only',
  'contacts_called_partners',
  'spent_without_sales',
];

describe('a class of books is said in one line (S2.35)', () => {
  /** Clients who bought, the network outside, brand and position: what each of the three is, and what no other is. */
  const SAID = {
    ru: { referral: /клиент.*купи/i, partner_sales: /сеть.*снаружи/i, alliance: /бренд.*позици/i },
    en: { referral: /client.*bought/i, partner_sales: /network.*outside/i, alliance: /brand.*position/i },
  };
  for (const language of ['ru', 'en'] as const) {
    it(`of its own, short enough for the narrow box above its numbers (${language})`, () => {
      const lines = words[language].boxes.what;
      expect(Object.keys(lines)).toEqual([...CLASSES]);
      for (const name of CLASSES) {
        expect(lines[name]).toMatch(SAID[language][name]);
        expect(lines[name].length).toBeLessThanOrEqual(70);
        expect(lines[name]).not.toContain('\n');
      }
      expect(new Set(Object.values(lines)).size).toBe(CLASSES.length);
    });
  }
});

describe('what the server names by a code has words in both languages', () => {
  for (const language of ['ru', 'en'] as const) {
    const keys = keysOf({ ...words[language], ...details[language] });
    const missing = (wanted: readonly string[]) => wanted.filter((key) => !keys.has(key));

    it(`every number and its rule (${language})`, () => {
      expect(missing(METRICS.flatMap((metric) => [`metric.${metric}`, `rule.${metric}`]))).toEqual([]);
    });

    it(`every blunt sentence (${language}, S2.39)`, () => {
      expect(
        missing([...BLUNT_RULES.map((rule) => rule.code), 'only_refunds'].map((code) => `blunt.${code}`)),
      ).toEqual([]);
    });

    it(`every gap, zone line and book (${language})`, () => {
      expect(missing(GAP_CODES.map((code) => `gap.${code}`))).toEqual([]);
      expect(missing(COUNTED_GAPS.map((code) => `gaps.${code}`))).toEqual([]);
      expect(missing(LINES.map((line) => `zones.${line}`))).toEqual([]);
      expect(missing(BOOKS.map((book) => `book.${book}`))).toEqual([]);
    });
  }
});
