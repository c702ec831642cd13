import path from 'node:path';
import { parseArgs } from 'node:util';
import { authSecret } from '../auth-secret.ts';
import { backup } from '../backup/backup.ts';
import { withDatabase } from './with-database.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [file] = positionals;
  if (!file) {
    process.stderr.write('Say where to: mosty backup FILE\n');
    return 2;
  }
  return withDatabase(async ({ config, opened }) => {
    const secrets = { signIn: authSecret(config.dataDir) };
    const report = await backup(opened.ownerUrl, path.resolve(file), { createdAt: new Date(), secrets });
    process.stdout.write(`Backed up ${report.rows} rows of ${report.tables} tables to ${report.file}\n`);
    return 0;
  });
}
