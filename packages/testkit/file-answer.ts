import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FileAnswer } from '@mosty/kernel/http';

/** The bytes of a file that an operation answered with. */
export async function bytesOf({ content }: FileAnswer): Promise<Buffer> {
  return content instanceof Readable ? buffer(content) : Buffer.from(content);
}

export async function textOf(file: FileAnswer): Promise<string> {
  return (await bytesOf(file)).toString('utf8');
}
