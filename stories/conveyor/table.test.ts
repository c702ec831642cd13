import path from 'node:path';
import { TRANSITIONS } from '@mosty/lifecycle';
import { words } from '@mosty/lifecycle/ui';
import { expect, test } from 'vitest';

const said = words.en;
const stage = (code: string | null) => (code === null ? '–' : said.stage[code as keyof typeof said.stage]);
const plain = (text: string) => text.replaceAll('|', '\\|');

/** The conveyor as people read it, made of the table the program goes by. */
function page(): string {
  const rows = TRANSITIONS.map(({ from, to, paths, evidence, roles, auto }) => {
    const asks = evidence.map((code) => plain(said.evidence[code])).join('; ');
    const who = [...roles, ...(auto ? ['by itself'] : [])].join(', ');
    const everywhere = paths.length === Object.keys(said.path).length;
    const anywhere = from.length > 10;
    return `| ${anywhere ? 'any stage' : from.map(stage).join(', ')} | ${stage(to)} | ${everywhere ? 'every' : paths.join(', ')} | ${asks || 'nothing'} | ${who} |`;
  });
  return `# The conveyor

From a name heard to a working partner, and a dignified end. Made from \`modules/lifecycle/domain/table.ts\` by
\`npm test -- stories/conveyor/table -u\`; a test holds the two equal, and \`lifecycle.allowed\` in the database holds the
same. There is no step but these, and no gate is overridden: what is missing is supplied, or the partner stays. Why it is
so: [decisions/0014](decisions/0014-conveyor.md).

| from | to | paths | the gate asks for | who opens it |
|---|---|---|---|---|
${rows.join('\n')}

A partner who worked with us before is **taken over** into “${stage('agreed')}” or “${stage('working')}” by the head or the owner with a
reason (also by an import and by paper signed before): it went through no gates, is shown so and counted.
`;
}

test('docs/lifecycle.md shows the very table the program goes by (S0.49)', async () => {
  await expect(page()).toMatchFileSnapshot(path.join(import.meta.dirname, '../../docs/lifecycle.md'));
});
