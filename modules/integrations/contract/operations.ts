import type { Readable } from 'node:stream';
import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { importDetailSchema, importRowSchema, importSchema, rowStateSchema } from './import.ts';
import { importKindSchema } from './kinds.ts';
import { encodingSchema, delimiterSchema, fileFormatSchema, mappingSchema } from './mapping.ts';
import { broughtSchema } from './brought.ts';

const tag = 'integrations';
const params = z.strictObject({ importId: idSchema('import_file') });

export const listImports = operation({
  id: 'listImports',
  method: 'GET',
  path: '/imports',
  summary: 'Imports, newest first, with their progress',
  tag,
  permission: 'import.read',
  query: z.strictObject(pageQuery),
  answer: pageOf(importSchema),
});

export const uploadImport = operation({
  id: 'uploadImport',
  method: 'POST',
  path: '/imports',
  summary: 'Uploads a CSV or XLSX file as the raw body and proposes how to read it. Nothing is written yet',
  tag,
  permission: 'import.prepare',
  query: z.strictObject({
    filename: z.string().min(1).max(300),
    kind: importKindSchema.optional(),
    encoding: encodingSchema.optional(),
    delimiter: delimiterSchema.optional(),
  }),
  body: z.custom<Readable>(),
  consumes: 'stream',
  idempotent: false,
  answer: importDetailSchema,
  status: 201,
});

export const getImport = operation({
  id: 'getImport',
  method: 'GET',
  path: '/imports/:importId',
  summary: 'One import with its columns, first rows and mapping',
  tag,
  permission: 'import.read',
  params,
  answer: importDetailSchema,
});

export const setImportMapping = operation({
  id: 'setImportMapping',
  method: 'PUT',
  path: '/imports/:importId/mapping',
  summary: 'Says how to read the file; an earlier check is forgotten',
  tag,
  permission: 'import.prepare',
  params,
  body: mappingSchema,
  answer: importDetailSchema,
});

export const proposeImportMapping = operation({
  id: 'proposeImportMapping',
  method: 'POST',
  path: '/imports/:importId/mapping-proposals',
  summary:
    'What the program would propose for this file, as another kind or with other marks. Changes nothing',
  tag,
  permission: 'import.prepare',
  params,
  body: z.strictObject({ kind: importKindSchema.optional(), file: fileFormatSchema.optional() }),
  idempotent: false,
  answer: z.object({ mapping: mappingSchema, columns: z.array(z.string()), program: z.string().nullable() }),
});

export const listImportSheets = operation({
  id: 'listImportSheets',
  method: 'GET',
  path: '/imports/:importId/sheets',
  summary: 'Sheets of a workbook, in its own order; a CSV file has none',
  tag,
  permission: 'import.read',
  params,
  answer: z.object({ items: z.array(z.string()) }),
});

export const checkImport = operation({
  id: 'checkImport',
  method: 'POST',
  path: '/imports/:importId/check',
  summary: 'Starts a dry run: what would be created, and what is wrong in which line',
  tag,
  permission: 'import.prepare',
  params,
  answer: importSchema,
  status: 202,
});

export const listImportRows = operation({
  id: 'listImportRows',
  method: 'GET',
  path: '/imports/:importId/rows',
  summary: 'Checked rows by line; `errors` gives only those that cannot be taken',
  tag,
  permission: 'import.read',
  params,
  query: z.strictObject({
    ...pageQuery,
    state: rowStateSchema.optional(),
    errors: z.stringbool().optional(),
  }),
  answer: pageOf(importRowSchema),
});

export const downloadImportErrors = operation({
  id: 'downloadImportErrors',
  method: 'GET',
  path: '/imports/:importId/errors.csv',
  summary: 'Every line that cannot be taken, as CSV: line, number, code, what is wrong, what to do',
  tag,
  permission: 'import.read',
  params,
  query: z.strictObject({ language: z.enum(['ru', 'en']).default('ru') }),
  produces: 'text/csv',
  answer: z.any(),
});

export const applyImport = operation({
  id: 'applyImport',
  method: 'POST',
  path: '/imports/:importId/application',
  summary: 'Starts writing the good rows, each once; one that was stopped goes on',
  tag,
  permission: 'import.apply',
  params,
  answer: importSchema,
  status: 202,
});

export const stopImport = operation({
  id: 'stopImport',
  method: 'POST',
  path: '/imports/:importId/stop',
  summary: 'Stops the step at work between two batches; what is written stays',
  tag,
  permission: 'import.prepare',
  params,
  answer: importSchema,
});

export const undoImport = operation({
  id: 'undoImport',
  method: 'POST',
  path: '/imports/:importId/reversal',
  summary: 'Takes back by reversing entries everything the import wrote',
  tag,
  permission: 'import.undo',
  params,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  answer: importSchema,
  status: 202,
});

export const cancelImport = operation({
  id: 'cancelImport',
  method: 'DELETE',
  path: '/imports/:importId',
  summary: 'Forgets a file of which nothing was written',
  tag,
  permission: 'import.prepare',
  params,
  answer: importSchema,
});

export const getImportResult = operation({
  id: 'getImportResult',
  method: 'GET',
  path: '/imports/:importId/result',
  summary: 'Who brought, whom, for how much and what is owed for it, by partner within each class',
  tag,
  permission: 'import.read',
  params,
  answer: broughtSchema,
});

export const downloadTemplate = operation({
  id: 'downloadImportTemplate',
  method: 'GET',
  path: '/import-templates/:kind',
  summary: 'An example file of a kind, ready to be filled in',
  tag,
  permission: 'import.read',
  params: z.strictObject({ kind: importKindSchema }),
  query: z.strictObject({ language: z.enum(['ru', 'en']).default('ru') }),
  produces: 'text/csv',
  answer: z.any(),
});

export const savedMappingSchema = z.object({
  id: idSchema('mapping'),
  name: z.string(),
  kind: importKindSchema,
  mapping: mappingSchema,
  usedAt: z.iso.datetime(),
});

export const listSavedMappings = operation({
  id: 'listImportMappings',
  method: 'GET',
  path: '/import-mappings',
  summary: 'Saved mappings, the one used last first',
  tag,
  permission: 'import.read',
  query: z.strictObject({ importId: idSchema('import_file').optional() }),
  answer: z.object({ items: z.array(savedMappingSchema) }),
});

export const removeSavedMapping = operation({
  id: 'removeImportMapping',
  method: 'DELETE',
  path: '/import-mappings/:mappingId',
  summary: 'Forgets a saved mapping',
  tag,
  permission: 'import.prepare',
  params: z.strictObject({ mappingId: idSchema('mapping') }),
  answer: z.object({ removed: z.boolean() }),
});
