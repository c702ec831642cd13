import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Signs cookies and encrypts TOTP secrets. Made once; a backup carries it, so that people can still sign in. */
export function authSecret(dataDir: string): string {
  const file = fileOf(dataDir);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(48).toString('base64url');
  keepAuthSecret(dataDir, secret);
  return secret;
}

export function keepAuthSecret(dataDir: string, secret: string): void {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.part`, `${secret}\n`, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

function fileOf(dataDir: string): string {
  return path.join(dataDir, 'sign-in.secret');
}
