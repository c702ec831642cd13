import { createHash } from 'node:crypto';
import type { Body } from './row.ts';

/** Keys made of content may repeat within a file (two equal payments on one day); they are then numbered. */
export const CONTENT_KEY = 'row:';

/** A file without numbers of its own: what a row says stands for one, so that the same row is the same thing. */
export function contentKey(body: Body, ...rest: readonly string[]): string {
  const fields = Object.keys(body)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => [name, body[name]]);
  const said = JSON.stringify([...rest, fields]);
  return `${CONTENT_KEY}${createHash('sha256').update(said).digest('hex').slice(0, 32)}`;
}
