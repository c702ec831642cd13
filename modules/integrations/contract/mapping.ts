import * as z from 'zod';
import { fieldOf, importKindSchema } from './kinds.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-r', 'ibm866'] as const;
export const encodingSchema = z.enum(ENCODINGS);
export type Encoding = z.infer<typeof encodingSchema>;

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export const delimiterSchema = z.enum(DELIMITERS);
export type Delimiter = z.infer<typeof delimiterSchema>;

/** The decimal mark of a column: `1 234.50` or `1 234,50`. */
export const MARKS = ['.', ','] as const;
export const markSchema = z.enum(MARKS);
export type Mark = z.infer<typeof markSchema>;

/** `iso` 2026-03-31, `dmy` 31.03.2026 or 31/03/2026, `mdy` 03/31/2026; a time may follow each. `unix` is seconds. */
export const DATE_ORDERS = ['iso', 'dmy', 'mdy', 'unix'] as const;
export const dateOrderSchema = z.enum(DATE_ORDERS);
export type DateOrder = z.infer<typeof dateOrderSchema>;

/** How the file is written; whatever is absent is detected. */
export const fileFormatSchema = z.strictObject({
  encoding: encodingSchema.optional(),
  delimiter: delimiterSchema.optional(),
  /** XLSX: name of the sheet; the first one unless told. */
  sheet: z.string().max(100).optional(),
  /** Line (CSV) or row (XLSX) of the header; lines above it are skipped. 0: there is none, columns are A, B, C… */
  headerLine: z.int().min(0).max(1000).optional(),
});
export type FileFormat = z.infer<typeof fileFormatSchema>;

/**
 * When a row (or an invoice of many rows) is a credit note rather than a sale. Rules are tried in order.
 * `negativeTotal` looks at the whole invoice; `field` at the first row's cell.
 */
export const creditRuleSchema = z.union([
  z.strictObject({ negativeTotal: z.literal(true) }),
  z.strictObject({ field: z.string(), startsWith: z.string().min(1).max(50) }),
  z.strictObject({ field: z.string(), oneOf: z.array(z.string().max(200)).min(1).max(50) }),
]);
export type CreditRule = z.infer<typeof creditRuleSchema>;

export const groupingSchema = z.strictObject({
  /**
   * One line of an invoice cannot be read. `hold`: the whole invoice waits for a corrected file, because its sum
   * would be wrong. `leave_out`: the invoice is taken without the line.
   */
  badLine: z.enum(['hold', 'leave_out']).default('hold'),
});

/** What a credit note returns: a sale it names, or the client's account as a whole. `auto`: the sale where a row names one. */
export const CREDIT_LINKS = ['auto', 'sale', 'client'] as const;
export const creditLinkSchema = z.enum(CREDIT_LINKS);
export type CreditLink = z.infer<typeof creditLinkSchema>;

export const CREDIT_SIGNS = ['any', 'negative', 'positive'] as const;

const columnName = z.string().min(1).max(500);
const fieldName = z.string().regex(/^[a-zA-Z]{1,40}$/);

/** How the columns of a file become fields. Kept under the file's header, and given to `mosty import --map`. */
export const mappingSchema = z
  .strictObject({
    kind: importKindSchema,
    /** Field → column of the file, by its header. */
    columns: z.record(fieldName, columnName),
    /** Field → the same value for every row. */
    constants: z.record(fieldName, z.string().max(500)).default({}),
    /** Field → value where the cell is empty. */
    defaults: z.record(fieldName, z.string().max(500)).default({}),
    /** Field → what a word of the file means: `{"kind": {"Блогер": "creator"}}`. Letter case does not matter. */
    words: z.record(fieldName, z.record(z.string().max(200), z.string().max(200))).default({}),
    /** Who tells. Together with the number of a sale it is that sale's key for ever. */
    source: z.string().trim().min(1).max(60).default('file'),
    decimals: z.record(fieldName, markSchema).default({}),
    dates: z.record(fieldName, dateOrderSchema).default({}),
    file: fileFormatSchema.default({}),
    /** Rows with the same `externalId` are lines of one invoice. */
    grouping: groupingSchema.nullable().default(null),
    credits: z.array(creditRuleSchema).max(10).default([]),
    creditLink: creditLinkSchema.default('auto'),
    /**
     * How the file writes what was returned. With `negative` a credit note above zero is an error of its line, with
     * `positive` one below zero is; `any` takes the size whatever the sign.
     */
    creditSign: z.enum(CREDIT_SIGNS).default('any'),
  })
  .superRefine((mapping, context) => {
    for (const group of ['columns', 'constants', 'defaults', 'words', 'decimals', 'dates'] as const) {
      for (const name of Object.keys(mapping[group])) {
        if (!fieldOf(mapping.kind, name)) {
          context.addIssue({
            code: 'custom',
            path: [group, name],
            message: `${mapping.kind} have no field ${name}`,
          });
        }
      }
    }
    mapping.credits.forEach((rule, index) => {
      if ('field' in rule && !fieldOf(mapping.kind, rule.field)) {
        context.addIssue({
          code: 'custom',
          path: ['credits', index],
          message: `${mapping.kind} have no field ${rule.field}`,
        });
      }
    });
  });

export type Mapping = z.output<typeof mappingSchema>;
export type MappingInput = z.input<typeof mappingSchema>;
