import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATIONS, schemaOf, type JsonSchema } from './api/operations.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const BY_LINKS = /link|click|reach|follower|audience/i;

/** What lists may be ordered by, operation by operation. */
const orders = OPERATIONS.flatMap(({ id, query }) =>
  Object.entries(schemaOf(query).properties ?? {}).flatMap(([name, schema]) =>
    /^(sort|sortBy|order|orderBy)$/.test(name) ? choicesOf(schema).map((by) => ({ id, by })) : [],
  ),
);

function choicesOf(schema: JsonSchema): string[] {
  const parts = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return parts.flatMap((part) => (part.enum ?? []).map(String));
}

/** Every query of the stores, as written. */
const queries = globSync('modules/*/store/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) =>
    [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/sql(?:<[^`]*>)?`([^`]*)`/g)].map(
      ([, text = '']) => ({ file, text }),
    ),
  );

const ranksByLinks = (text: string): boolean =>
  /tracking\.(v_)?link\b/.test(text) && /ORDER BY[^()]*\b(count|sum)\s*\(/i.test(text);

describe('more links are not better: nothing ranks partners by them (S1.1)', () => {
  it('there are orders and queries to look at', () => {
    expect(orders.length).toBeGreaterThan(8);
    expect(queries.length).toBeGreaterThan(300);
  });

  it('no list of the API is ordered by links, clicks or the size of an audience', () => {
    expect(orders.filter(({ by }) => BY_LINKS.test(by))).toEqual([]);
  });

  it('no list of partners tells how many links each has', () => {
    const lists = OPERATIONS.filter(({ id }) => ['listPartners', 'listScores', 'listPipeline'].includes(id));
    expect(lists.length).toBeGreaterThan(1);
    for (const { id, answer } of lists) {
      const row = schemaOf(answer).properties?.['items']?.items?.properties ?? {};
      expect(
        Object.keys(row).filter((name) => /links?(Count)?$/i.test(name)),
        id,
      ).toEqual([]);
    }
  });

  it('no query counts links to put one before another; one that did would be seen', () => {
    expect(
      ranksByLinks('SELECT partner_id FROM tracking.link GROUP BY partner_id ORDER BY count(*) DESC'),
    ).toBe(true);
    expect(queries.filter(({ text }) => ranksByLinks(text)).map(({ file }) => file)).toEqual([]);
  });
});
