import { randomBytes } from 'node:crypto';

/** 256 random bits as 43 url-safe characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
