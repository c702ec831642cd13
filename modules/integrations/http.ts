import { serve, type Served } from '@mosty/kernel/http';
import { permit } from '@mosty/identity';
import { transact } from '@mosty/kernel/db';
import * as api from './contract.ts';
import { templateCsv } from './domain/template.ts';
import { rights } from './policy.ts';
import { applyImport, cancelImport, checkImport, stopImport, undoImport } from './service/ask-import.ts';
import { errorsCsv } from './service/errors-csv.ts';
import { listSheets } from './service/list-sheets.ts';
import {
  changeIntakeSource,
  createIntakeSource,
  readIntakeEvents,
  readIntakeSources,
  sourceView,
} from './service/intake/sources.ts';
import './service/names.ts';
import { playSale } from './service/play-sale.ts';
import { playAsItStands, readPlay } from './service/play/read-play.ts';
import { detailOf, viewOf } from './service/present.ts';
import { readBrought, readImport, readImportRows, readImports } from './service/read-imports.ts';
import { forgetMapping, savedMappings } from './service/saved-mappings.ts';
import { proposeMapping, setMapping } from './service/set-mapping.ts';
import { undoPlayedSale } from './service/undo-played-sale.ts';
import { uploadImport } from './service/upload-import.ts';

export const integrationsRoutes: readonly Served[] = [
  serve(api.listImports, (ctx, { query }) => readImports(ctx, query)),
  serve(api.uploadImport, async (ctx, { query, body }) => {
    const { filename, kind, ...file } = query;
    return detailOf(await uploadImport(ctx, { bytes: body, filename, kind, file }));
  }),
  serve(api.getImport, (ctx, { params }) => readImport(ctx, params.importId)),
  serve(api.setImportMapping, async (ctx, { params, body }) =>
    detailOf(await setMapping(ctx, { importId: params.importId, mapping: body })),
  ),
  serve(api.proposeImportMapping, (ctx, { params, body }) =>
    proposeMapping(ctx, { importId: params.importId, ...body }),
  ),
  serve(api.listImportSheets, async (ctx, { params }) => ({ items: await listSheets(ctx, params) })),
  serve(api.checkImport, async (ctx, { params }) => viewOf(await checkImport(ctx, params))),
  serve(api.listImportRows, (ctx, { params, query }) => readImportRows(ctx, { ...params, ...query })),
  serve(api.downloadImportErrors, async (ctx, { params, query }) => ({
    ...(await errorsCsv(ctx, { ...params, ...query })),
    contentType: 'text/csv; charset=utf-8',
  })),
  serve(api.applyImport, async (ctx, { params }) => viewOf(await applyImport(ctx, params))),
  serve(api.stopImport, async (ctx, { params }) => viewOf(await stopImport(ctx, params))),
  serve(api.undoImport, async (ctx, { params, body }) =>
    viewOf(await undoImport(ctx, { ...params, ...body })),
  ),
  serve(api.cancelImport, async (ctx, { params }) => viewOf(await cancelImport(ctx, params))),
  serve(api.getImportResult, (ctx, { params }) => readBrought(ctx, params.importId)),
  serve(api.downloadTemplate, async (ctx, { params, query }) => {
    permit(ctx, rights, 'import.read');
    return {
      filename: `${params.kind}.csv`,
      contentType: 'text/csv; charset=utf-8',
      content: templateCsv(params.kind, query.language),
    };
  }),
  serve(api.listSavedMappings, async (ctx, { query }) => ({
    items: (await savedMappings(ctx, query)).map(({ id, name, kind, mapping, usedAt }) => ({
      id,
      name,
      kind,
      mapping,
      usedAt: usedAt.toISOString(),
    })),
  })),
  serve(api.listIntakeSources, (ctx) => readIntakeSources(ctx)),
  serve(api.createIntakeSource, async (ctx, { body }) => {
    const { source, secret } = await createIntakeSource(ctx, body);
    return { source: sourceView(source), secret };
  }),
  serve(api.changeIntakeSource, async (ctx, { params, body }) =>
    sourceView(await changeIntakeSource(ctx, { ...params, ...body })),
  ),
  serve(api.listIntakeEvents, (ctx, { params, query }) => readIntakeEvents(ctx, { ...params, ...query })),
  serve(api.getPlay, (ctx) => readPlay(ctx)),
  serve(api.playSale, (ctx, { headers: { 'user-agent': agent } }) =>
    transact(ctx, async (tx) =>
      playAsItStands(tx, await playSale(tx, { userAgent: typeof agent === 'string' ? agent : null })),
    ),
  ),
  serve(api.undoPlayedSale, (ctx) => undoPlayedSale(ctx)),
  serve(api.removeSavedMapping, async (ctx, { params }) => ({ removed: await forgetMapping(ctx, params) })),
];
