import { createHash } from 'node:crypto';

/** What is kept of a secret. It holds 256 random bits, nothing to guess, so a plain fast hash is enough at rest. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
