import path from 'node:path';
import { parseArgs } from 'node:util';
import { placeOfFiles } from '@mosty/files';
import { keepAuthSecret } from '../auth-secret.ts';
import { restore } from '../backup/restore.ts';
import { openFilePlace } from '../file-place.ts';
import { withDatabase } from './with-database.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (!file) {
    process.stderr.write('Say from where: mosty restore FILE --yes\n');
    return 2;
  }
  if (!values.yes) {
    process.stderr.write(
      'The data of today will be set aside and those of the backup take their place. Add --yes to go on.\n',
    );
    return 2;
  }
  return withDatabase(async ({ config, opened }) => {
    openFilePlace(config);
    const report = await restore(opened.ownerUrl, path.resolve(file), new Date(), placeOfFiles());
    const secret = report.secrets['signIn'];
    if (secret) keepAuthSecret(config.dataDir, secret);
    process.stdout.write(
      `Restored ${report.rows} rows of ${report.tables} tables and ${report.files} files. The database of before is kept as ${report.keptAs}.\n` +
        (opened.joined
          ? 'Start the running program anew, so that it signs people in with the restored secret.\n'
          : ''),
    );
    return 0;
  });
}
