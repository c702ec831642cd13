import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { MONEY_PURPOSES } from '../contract.ts';
import { rights } from '../policy.ts';
import { findFile, type FileRecord } from '../store/files.ts';
import { placeOfFiles } from './contents.ts';

/**
 * The bytes of a file that the reader may see.
 * @throws files.file_unknown, files.bytes_missing
 */
export async function openFile(ctx: Context, fileId: string): Promise<FileAnswer> {
  const file = await look(ctx, async (tx) => {
    permit(tx, rights, 'file.read');
    const found = (await findFile(tx, fileId)) ?? refuse('not_found', 'files.file_unknown', {});
    if (MONEY_PURPOSES.includes(found.purpose)) permit(tx, rights, 'money_file.read');
    return found;
  });
  return bytesOf(ctx, file);
}

/** For whoever has judged itself that the reader may see the file. @throws files.bytes_missing */
export async function bytesOf(ctx: Pick<Context, 'workspaceId'>, file: FileRecord): Promise<FileAnswer> {
  const content = await placeOfFiles().contents.open(ctx.workspaceId, file.sha256);
  if (content === null) refuse('upstream', 'files.bytes_missing', {});
  return { filename: file.name, contentType: file.mediaType, content, etag: `"${file.sha256}"` };
}
