import path from 'node:path';
import { parseArgs } from 'node:util';
import { placeOfFiles } from '@mosty/files';
import { authSecret } from '../auth-secret.ts';
import { backup } from '../backup/backup.ts';
import { openFilePlace } from '../file-place.ts';
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
    openFilePlace(config);
    const { contents } = placeOfFiles();
    const report = await backup(opened.ownerUrl, path.resolve(file), {
      createdAt: new Date(),
      secrets,
      contents,
    });
    process.stdout.write(
      `Backed up ${report.rows} rows of ${report.tables} tables and ${report.files} files to ${report.file}\n`,
    );
    if (report.filesMissing > 0)
      process.stderr.write(`${report.filesMissing} uploaded files are on record, but not in their place.\n`);
    return 0;
  });
}
