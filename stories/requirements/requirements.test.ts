import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { paths } from '@mosty/ui-kit/paths';
import { describe, expect, it } from 'vitest';
import { citedBy, idsIn, type Cited } from './cited.ts';
import { ecosystem } from './held/ecosystem.ts';
import { people } from './held/people.ts';
import { sports } from './held/sports.ts';
import { trust } from './held/trust.ts';
import { notYet } from './not-yet.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const PARTS = [
  ['Trust, rules, the code of honour (S0)', trust],
  ['Whom to work with, launch, two tracks, keeping (S1)', people],
  ['Three different sports, and the department (S2)', sports],
  ['Economics of an ecosystem (S3)', ecosystem],
] as const;
const IDS = PARTS.flatMap(([, held]) => Object.keys(held));

const sources = new Map(
  globSync('{kernel,modules,countries,apps,packages,stories,bench,tools}/**/*.{test,spec}.{ts,tsx}', {
    cwd: ROOT,
    exclude: (name) => name.includes('node_modules') || name.includes('stories/requirements'),
  })
    .toSorted()
    .map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]),
);
const cited = citedBy(sources);

const plain = (text: string) => text.replaceAll('\\', '').replaceAll('|', '\\|').replace(/\s+/g, ' ');

function proof(id: string): string {
  const tests = (cited.get(id) ?? []).map(({ file, name }: Cited) => `[${plain(name)}](../${file})`);
  const missing = notYet[id];
  return [...tests, ...(missing === undefined ? [] : [`**Not yet:** ${missing}`])].join('<br>');
}

function page(): string {
  const tables = PARTS.map(([title, held]) => {
    const rows = Object.entries(held).map(([id, [says, screen]]) => {
      const at = screen === undefined ? '–' : `\`${paths[screen].pattern}\``;
      return `| ${id} | ${says} | ${at} | ${proof(id)} |`;
    });
    return `## ${title}\n\n| id | what the program holds | screen | tests that hold it |\n|---|---|---|---|\n${rows.join('\n')}`;
  });
  const without = IDS.filter((id) => notYet[id] !== undefined).length;
  return `# What was asked, and what holds it

Made from the names of the tests by \`npm test -- stories/requirements -u\`; a test holds the two equal. Of ${IDS.length}
requirements ${IDS.length - without} are held by tests and ${without} are not yet, each with its reason.

${tables.join('\n\n')}
`;
}

describe('every requirement', () => {
  it('has a test that names it, or one honest line why not yet', () => {
    expect(IDS.filter((id) => !cited.has(id) && notYet[id] === undefined)).toEqual([]);
  });

  it('that is held has no line of excuse left', () => {
    expect(Object.keys(notYet).filter((id) => !IDS.includes(id) || cited.has(id))).toEqual([]);
  });

  it('named by a test is one that was asked', () => {
    expect(Array.from(cited.keys()).filter((id) => !IDS.includes(id))).toEqual([]);
  });

  it('stands in docs/requirements.md', async () => {
    await expect(page()).toMatchFileSnapshot(path.join(ROOT, 'docs/requirements.md'));
  });
});

it('ranges are read as each of their members', () => {
  expect(idsIn('four criteria (S0.41–44) and three wins (S0.45–S0.47), S2.3')).toEqual([
    'S0.41',
    'S0.42',
    'S0.43',
    'S0.44',
    'S0.45',
    'S0.46',
    'S0.47',
    'S2.3',
  ]);
});
