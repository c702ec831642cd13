import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findWorkspace, listWorkspaces, systemContext } from '@mosty/identity';
import { exportDealBook } from '@mosty/insight';
import { look } from '@mosty/kernel/db';
import { withDatabase } from './with-database.ts';

/** `mosty export FILE.csv|FILE.xlsx`: the deals, who brought whom, for how much, how much is owed, in the company's language. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { workspace: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  });
  const [file] = positionals;
  const format = file ? path.extname(file).slice(1).toLowerCase() : '';
  if (!file || (format !== 'csv' && format !== 'xlsx')) {
    process.stderr.write(
      'Say where to: mosty export FILE.csv or FILE.xlsx [--from 2026-01-01] [--to 2026-02-01]\n',
    );
    return 2;
  }
  return withDatabase(async ({ database }) => {
    const workspace = values.workspace ?? (await listWorkspaces(database))[0];
    if (!workspace) {
      process.stderr.write('There is no company in this installation yet.\n');
      return 1;
    }
    const ctx = await systemContext(database, workspace, 'command line');
    const language = (await look(ctx, findWorkspace))?.language ?? 'ru';
    const asked = { from: values.from, to: values.to, sortBy: 'occurredAt', sortOrder: 'desc' } as const;
    const answer = await exportDealBook(ctx, { format, language, ...asked });
    await writeFile(file, answer.content);
    process.stdout.write(`Written to ${path.resolve(file)}\n`);
    return 0;
  });
}
