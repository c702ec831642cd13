import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 url-safe characters: nothing to guess, so a plain fast hash is enough at rest. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
