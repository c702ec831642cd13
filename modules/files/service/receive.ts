import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '@mosty/kernel/refusal';
import { BYTES_MAX, LOOKED_AT_BYTES } from '../domain/media-type.ts';
import { placeOfFiles } from './contents.ts';

export interface Received {
  /** Where the bytes lie until they are put in their place. */
  readonly from: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly head: Buffer;
  readonly tail: Buffer;
}

/**
 * Streams an upload to a file of its own, whole and on the disk before anything is said of it. A failure leaves none.
 * @throws files.too_large, files.empty, files.cut_short
 */
export async function receive(source: Readable, { bytesMax = BYTES_MAX } = {}): Promise<Received> {
  const { incoming } = placeOfFiles();
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  const from = path.join(incoming, randomUUID());
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  try {
    const file = await open(from, 'wx', 0o600);
    try {
      for await (const piece of source) {
        const chunk = Buffer.from(piece as Uint8Array);
        sizeBytes += chunk.length;
        if (sizeBytes > bytesMax)
          throw new Refusal('limit', 'files.too_large', { megabytes: bytesMax / 1024 ** 2 });
        hash.update(chunk);
        if (head.length < LOOKED_AT_BYTES) head = Buffer.concat([head, chunk]).subarray(0, LOOKED_AT_BYTES);
        tail = Buffer.concat([tail, chunk]).subarray(-LOOKED_AT_BYTES);
        await file.writeFile(chunk);
      }
      if (sizeBytes === 0) throw new Refusal('invalid', 'files.empty');
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(from, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
      throw new Refusal('upstream', 'files.cut_short');
    throw error;
  }
  return { from, sha256: hash.digest('hex'), sizeBytes, head, tail };
}
