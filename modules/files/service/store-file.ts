import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { orRefuse, refuse } from '@mosty/kernel/refusal';
import { PARTNER_PURPOSES, type FilePurpose } from '../contract.ts';
import { bareName, judgeFile } from '../domain/media-type.ts';
import { rights } from '../policy.ts';
import { insertFile, lockContents, type FileRecord } from '../store/files.ts';
import { placeOfFiles } from './contents.ts';
import { receive, type Received } from './receive.ts';

export interface StoreFile {
  readonly stream: Readable;
  /** As a person called it: its ending must be what the bytes are. */
  readonly name: string;
  readonly purpose: FilePurpose;
  readonly partnerId?: Id<'partner'> | undefined;
}

/**
 * Takes a file in: first its bytes whole, then its row. What fails before the row leaves bytes that nobody names, and
 * the sweep takes them away; never a row without bytes.
 * @throws files.too_large, files.empty, files.kind_not_taken, files.not_what_it_says, files.has_macros,
 * files.purpose_is_ours, files.not_own_partner
 */
export async function storeFile(ctx: Context, input: StoreFile): Promise<FileRecord> {
  permit(ctx, rights, 'file.store');
  const own = ctx.actor.type === 'person' ? ctx.actor.partnerId : null;
  if (own !== null && !PARTNER_PURPOSES.includes(input.purpose))
    refuse('not_permitted', 'files.purpose_is_ours', { purpose: input.purpose });
  if (own !== null && input.partnerId !== undefined && input.partnerId !== own)
    refuse('not_permitted', 'files.not_own_partner', {});
  const name = bareName(input.name);
  const received = await receive(input.stream);
  try {
    const { mediaType } = orRefuse(judgeFile({ name, ...received }));
    return await transact(ctx, (tx) => keep(tx, { ...input, name, mediaType, own }, received));
  } finally {
    await rm(received.from, { force: true });
  }
}

async function keep(
  tx: Tx,
  told: {
    readonly name: string;
    readonly mediaType: string;
    readonly purpose: FilePurpose;
    readonly partnerId?: Id<'partner'> | undefined;
    readonly own: Id<'partner'> | null;
  },
  received: Received,
): Promise<FileRecord> {
  const partnerId = told.own ?? (told.partnerId ? (await keptPartner(tx, told.partnerId)).id : null);
  await lockContents(tx, 'storing');
  await placeOfFiles().contents.put(tx.workspaceId, received.sha256, received.from);
  const file: FileRecord = {
    id: tx.id('file'),
    sha256: received.sha256,
    sizeBytes: BigInt(received.sizeBytes),
    name: told.name,
    mediaType: told.mediaType,
    purpose: told.purpose,
    partnerId,
  };
  await insertFile(tx, file);
  tx.audit({
    verb: 'files.store_file',
    subject: file.id,
    change: { sha256: file.sha256, bytes: received.sizeBytes, purpose: file.purpose, partnerId },
  });
  return file;
}
