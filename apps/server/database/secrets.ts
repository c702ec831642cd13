import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync, openSync, fsyncSync, closeSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { explainFailure, reasonOf, StartFailure } from './start-failure.ts';

const secretsSchema = z.object({
  /** Of `mosty_owner`, who owns the tables and runs the migrations (embedded PostgreSQL only). */
  ownerPassword: z.string().min(20),
  /** Of `mosty_app`, as whom the program works. */
  appPassword: z.string().min(20),
});

export type DatabaseSecrets = z.infer<typeof secretsSchema>;

const NAME = 'secrets.json';

/**
 * The passwords of the database, made once and kept in the data folder for its owner's eyes only. Other parts
 * of the program may keep theirs in the same file under other names; they are left as they are.
 */
export function databaseSecrets(dataDir: string): DatabaseSecrets {
  const file = path.join(dataDir, NAME);
  const kept = readSecrets(file);
  const found = secretsSchema.safeParse(kept);
  if (found.success) return found.data;
  const fresh = { ownerPassword: password(), appPassword: password() };
  const all = { ...fresh, ...kept };
  const complete = secretsSchema.safeParse(all);
  if (!complete.success)
    throw new StartFailure(`The file ${file} is damaged: ${z.prettifyError(complete.error)}`);
  save(dataDir, file, all);
  return complete.data;
}

/** Whether passwords were already made for this folder. */
export function hasDatabaseSecrets(dataDir: string): boolean {
  return secretsSchema.safeParse(readSecrets(path.join(dataDir, NAME))).success;
}

function readSecrets(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StartFailure(
      `The file ${file} with the passwords of the database cannot be read: ${reasonOf(error)}. ` +
        'Bring it back from a backup; without it the data in this folder cannot be opened.',
    );
  }
}

function password(): string {
  return randomBytes(24).toString('base64url');
}

function save(dataDir: string, file: string, secrets: unknown): void {
  const part = `${file}.part`;
  try {
    const handle = openSync(part, 'w', 0o600);
    writeFileSync(handle, `${JSON.stringify(secrets, null, 2)}\n`);
    fsyncSync(handle);
    closeSync(handle);
    renameSync(part, file);
  } catch (error) {
    throw explainFailure('The passwords of the database cannot be saved', dataDir, reasonOf(error));
  }
}
