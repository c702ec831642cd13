import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { importKindSchema } from './kinds.ts';
import { mappingSchema } from './mapping.ts';
import { applyResultSchema } from './result.ts';

export const IMPORT_STATES = [
  'uploaded',
  'checking',
  'checked',
  'applying',
  'applied',
  'stopped',
  'undoing',
  'undone',
  'cancelled',
  'failed',
] as const;
export const importStateSchema = z.enum(IMPORT_STATES);
export type ImportState = z.infer<typeof importStateSchema>;

/** The first rows of a file under its columns. */
export const sampleSchema = z.object({
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
});
export type Sample = z.infer<typeof sampleSchema>;

const moneySchema = z.object({ currency: currencySchema, amountMinor: minorSchema, count: z.int() });

/** What a check found: nothing of it is written anywhere yet. Rows are rows of the file. */
export const foundSchema = z.object({
  rows: z.int(),
  /** Rows that an error holds back: bad ones and lines of held invoices. */
  badRows: z.int(),
  /** Things (sales, clients …) by what would become of them. */
  states: z.object({
    new: z.int(),
    changed: z.int(),
    known: z.int(),
    differs: z.int(),
    bad: z.int(),
    held: z.int(),
    refused: z.int(),
  }),
  /** Sums of what would be created, apart by currency. */
  sales: z.array(moneySchema),
  credits: z.array(moneySchema),
  newClients: z.int(),
  /** Names in the file that are no partner of ours yet, with how many things name them. */
  unknownPartners: z.array(z.object({ name: z.string(), count: z.int() })),
  unknownPartnersCount: z.int(),
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
});
export type Found = z.output<typeof foundSchema>;

export const failureSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  during: z.enum(['checking', 'applying', 'undoing']),
});
export type Failure = z.infer<typeof failureSchema>;

const canSchema = z.object({
  check: z.boolean(),
  apply: z.boolean(),
  stop: z.boolean(),
  undo: z.boolean(),
  cancel: z.boolean(),
});

export const importSchema = z.object({
  id: idSchema('import_file'),
  kind: importKindSchema,
  state: importStateSchema,
  filename: z.string(),
  format: z.enum(['csv', 'xlsx']),
  bytes: z.number(),
  sha256: z.string(),
  program: z.string().nullable(),
  /** 0…1 of the step at work; null when nothing is. */
  progress: z.number().min(0).max(1).nullable(),
  found: foundSchema.nullable(),
  result: applyResultSchema.nullable(),
  failure: failureSchema.nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  finishedAt: z.iso.datetime().nullable(),
  undoneReason: z.string().nullable(),
  /** What its state allows now. */
  can: canSchema,
});
export type ImportView = z.input<typeof importSchema>;

/** With what the mapping table shows. */
export const importDetailSchema = importSchema.extend({
  columns: z.array(z.string()),
  headerLine: z.int(),
  sample: sampleSchema,
  mapping: mappingSchema,
  /** The saved mapping it began with. */
  mappingId: idSchema('mapping').nullable(),
});
export type ImportDetail = z.input<typeof importDetailSchema>;

export const ROW_STATES = ['new', 'changed', 'known', 'differs', 'bad', 'held', 'refused'] as const;
export const rowStateSchema = z.enum(ROW_STATES);
export type RowState = z.infer<typeof rowStateSchema>;

export const importRowSchema = z.object({
  line: z.int(),
  rows: z.int(),
  key: z.string().nullable(),
  state: rowStateSchema,
  /** A credit note rather than a sale. */
  credit: z.boolean(),
  at: z.iso.datetime().nullable(),
  currency: currencySchema.nullable(),
  amountMinor: minorSchema.nullable(),
  fields: z.record(z.string(), z.string()),
  error: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
});
export type ImportRowView = z.input<typeof importRowSchema>;
