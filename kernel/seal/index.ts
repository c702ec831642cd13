import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Secrets the program has to use again, such as the key that signs a webhook, lie in the database sealed: a stolen
 * table or dump of it opens nothing without the installation's own file. What is only compared is hashed instead.
 */
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 's1.';

let key: Buffer | null = null;

/** Once at the start, before anything is sealed or opened. A backup carries the installation's secret with it. */
export function setSealSecret(secret: string): void {
  key = Buffer.from(hkdfSync('sha256', secret, '', 'mosty: secrets at rest', 32));
}

/** `place` is where the secret stands (workspace and row): moved to another row it does not open. */
export function seal(plain: string | Buffer, place: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOrFault(), iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([
    cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain),
    cipher.final(),
  ]);
  return VERSION + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** @throws when it was sealed elsewhere, under another secret, or changed since */
export function unseal(sealed: string, place: string): string {
  if (!sealed.startsWith(VERSION)) throw new Error('not a sealed secret');
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
  const decipher = createDecipheriv(CIPHER, keyOrFault(), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString();
}

function keyOrFault(): Buffer {
  if (!key) throw new Error('the program was started without setSealSecret');
  return key;
}
