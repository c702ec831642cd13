import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';

/**
 * All of it is on the disk before the first byte is answered: a list that cannot be read to its end is refused instead
 * of being cut short, and a slow reader holds no connection of the database.
 */
export async function written(chunks: AsyncIterable<string | Uint8Array>): Promise<Readable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mosty-table-'));
  const file = await open(path.join(folder, 'rows'), 'wx+', 0o600);
  // Without a name it is gone with the one who reads it, also after a crash.
  await rm(folder, { recursive: true });
  try {
    for await (const chunk of chunks) await file.appendFile(chunk);
  } catch (error) {
    await file.close();
    throw error;
  }
  return file.createReadStream({ start: 0 });
}
