import type { Readable } from 'node:stream';
import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

/** What a file is uploaded for: it says who may read it, and who still needs it. */
export const FILE_PURPOSES = ['library', 'receipt', 'act', 'contract', 'evidence'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];
/** Those that speak of somebody's money. */
export const MONEY_PURPOSES: readonly FilePurpose[] = ['receipt', 'act', 'contract'];
/** Those that people of a partner upload. */
export const PARTNER_PURPOSES: readonly FilePurpose[] = ['receipt', 'act', 'evidence'];

/** For a field that chooses a file; what a file is the server finds out by looking inside. */
export const FILE_ENDINGS = '.pdf,.png,.jpg,.jpeg,.webp,.svg,.docx,.xlsx,.pptx,.zip,.csv,.txt,.mp4' as const;

export const fileSchema = z.object({
  id: idSchema('file'),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  purpose: z.enum(FILE_PURPOSES),
});
export type FileShown = z.infer<typeof fileSchema>;

const tag = 'files';

export const storeFile = operation({
  id: 'storeFile',
  method: 'POST',
  path: '/files',
  summary:
    'Uploads a file as the raw body; what it is is judged by its bytes and by its name, and both must agree',
  tag,
  permission: 'file.store',
  query: z.strictObject({
    name: z.string().trim().min(1).max(300),
    purpose: z.enum(FILE_PURPOSES),
    /** Whose it is; people of a partner upload their own. */
    partnerId: idSchema('partner').optional(),
  }),
  body: z.custom<Readable>(),
  consumes: 'stream',
  idempotent: false,
  answer: fileSchema,
  status: 201,
});

export const readFile = operation({
  id: 'readFile',
  method: 'GET',
  path: '/files/:fileId',
  summary: 'The bytes of a file, always to be saved and never shown in a page of ours',
  tag,
  permission: 'file.read',
  params: z.strictObject({ fileId: idSchema('file') }),
  answer: z.unknown(),
  produces: 'application/octet-stream',
});
