import { serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import './service/names.ts';
import { openFile } from './service/open-file.ts';
import { storeFile } from './service/store-file.ts';

export const filesRoutes: readonly Served[] = [
  serve(api.storeFile, async (ctx, { query: { name, purpose, partnerId }, body }) => {
    const { sizeBytes, ...file } = await storeFile(ctx, { stream: body, name, purpose, partnerId });
    return { ...file, sizeBytes: Number(sizeBytes) };
  }),
  serve(api.readFile, (ctx, { params }) => openFile(ctx, params.fileId)),
];
