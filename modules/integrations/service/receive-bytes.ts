import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Refusal } from '@mosty/kernel/refusal';
import type { Encoding } from '../contract/mapping.ts';
import { watchEncoding } from '../domain/reading/encoding.ts';
import { importPath } from './import-folder.ts';

export interface Received {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  readonly format: 'csv' | 'xlsx';
}

/** Against a disk filled by one upload, and against an archive that unpacks without end. */
export const CSV_BYTES_MAX = 2 * 1024 ** 3;
/** A workbook is read from memory; its rows are streamed. */
export const XLSX_BYTES_MAX = 64 * 1024 ** 2;

const GZIP = Buffer.from([0x1f, 0x8b]);
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Streams an upload to disk, unpacking gzip, while its hash and encoding are watched: the whole file is seen once.
 * @throws integrations.file_too_large, integrations.file_is_empty, integrations.old_excel
 */
export async function receiveBytes(importId: string, source: Readable): Promise<Received> {
  const part = importPath(importId, '.part');
  const hash = createHash('sha256');
  const encoding = watchEncoding();
  let bytes = 0;
  let head = Buffer.alloc(0);
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (head.length < 4) head = Buffer.concat([head, chunk]).subarray(0, 4);
      const most = head.subarray(0, 4).equals(ZIP) ? XLSX_BYTES_MAX : CSV_BYTES_MAX;
      if (bytes > most) {
        done(new Refusal('limit', 'integrations.file_too_large', { megabytes: most / 1024 ** 2 }));
        return;
      }
      hash.update(chunk);
      encoding.see(chunk);
      done(null, chunk);
    },
  });
  try {
    const { first, rest } = await peek(source);
    if (first === null) throw new Refusal('invalid', 'integrations.file_is_empty');
    const packed = first.subarray(0, 2).equals(GZIP);
    if (packed) await pipeline(rest, createGunzip(), watch, createWriteStream(part, { mode: 0o600 }));
    else await pipeline(rest, watch, createWriteStream(part, { mode: 0o600 }));
    if (bytes === 0) throw new Refusal('invalid', 'integrations.file_is_empty');
    if (head.equals(OLE)) throw new Refusal('invalid', 'integrations.old_excel');
    await rename(part, importPath(importId));
  } catch (error) {
    await rm(part, { force: true });
    if ((error as NodeJS.ErrnoException).code === 'Z_DATA_ERROR')
      throw new Refusal('invalid', 'integrations.archive_broken');
    throw error;
  }
  return {
    bytes,
    sha256: hash.digest('hex'),
    encoding: encoding.verdict(),
    format: head.equals(ZIP) ? 'xlsx' : 'csv',
  };
}

/** The first bytes tell whether to unpack; they are then put back before the rest. */
async function peek(source: Readable): Promise<{ first: Buffer | null; rest: AsyncIterable<Buffer> }> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let first = Buffer.alloc(0);
  while (first.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    first = Buffer.concat([first, Buffer.from(next.value)]);
  }
  async function* all(): AsyncGenerator<Buffer> {
    if (first.length > 0) yield first;
    for (let next = await chunks.next(); !next.done; next = await chunks.next())
      yield Buffer.from(next.value);
  }
  return { first: first.length === 0 ? null : first, rest: all() };
}
