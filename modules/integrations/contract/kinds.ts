import * as z from 'zod';

/** What a file may bring. */
export const IMPORT_KINDS = ['partners', 'clients', 'sales', 'refunds', 'costs'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export const importKindSchema = z.enum(IMPORT_KINDS);

/** How the text of a cell is read. `time`: a moment, or a day at its beginning; `date`: a day. */
export type FieldType = 'text' | 'amount' | 'decimal' | 'time' | 'date' | 'currency' | 'choice';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Without it a row means nothing. */
  readonly required?: true;
  readonly choices?: readonly string[];
  /** Longest text kept; a longer one is an error of its line, never cut. */
  readonly charactersMax?: number;
}

const CLASSES = ['referral', 'partner_sales', 'alliance'];
const PARTNER_KINDS = [
  'affiliate',
  'creator',
  'ambassador',
  'agent',
  'integrator',
  'consultant',
  'community',
  'reseller',
  'client',
  'ally',
];
const COST_KINDS = ['team', 'fee', 'bonus', 'tools', 'integration', 'event', 'materials', 'other'];

const text = (name: string, charactersMax = 300): Field => ({ name, type: 'text', charactersMax });

/** The fields of each kind, in the order the mapping table shows them. */
export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  partners: [
    text('name'),
    text('externalId', 200),
    { name: 'class', type: 'choice', choices: CLASSES },
    { name: 'kind', type: 'choice', choices: PARTNER_KINDS },
    text('scheme'),
    { name: 'agreementDate', type: 'date' },
    text('agreementNumber', 100),
    text('code', 64),
    text('purpose'),
    text('email'),
    text('phone', 60),
    text('taxNumber', 20),
    text('country', 100),
    text('city'),
    text('site'),
  ],
  clients: [
    text('externalId', 200),
    text('name'),
    text('partner'),
    { name: 'partnerSince', type: 'time' },
    text('email'),
    text('phone', 60),
    text('taxNumber', 20),
    text('country', 100),
    text('segment', 100),
  ],
  sales: [
    text('externalId', 200),
    { name: 'occurredAt', type: 'time', required: true },
    { name: 'amount', type: 'amount' },
    { name: 'quantity', type: 'decimal' },
    { name: 'price', type: 'decimal' },
    { name: 'currency', type: 'currency' },
    text('clientExternalId', 200),
    text('clientName'),
    text('partner'),
    text('code', 64),
    text('product', 200),
    text('sku', 200),
    { name: 'vat', type: 'amount' },
    { name: 'cost', type: 'amount' },
    { name: 'list', type: 'amount' },
    text('saleExternalId', 200),
    text('type', 200),
  ],
  refunds: [
    text('externalId', 200),
    { name: 'occurredAt', type: 'time', required: true },
    { name: 'amount', type: 'amount' },
    { name: 'quantity', type: 'decimal' },
    { name: 'price', type: 'decimal' },
    { name: 'currency', type: 'currency' },
    text('saleExternalId', 200),
    text('clientExternalId', 200),
    text('reason', 500),
  ],
  costs: [
    text('externalId', 200),
    { name: 'occurredOn', type: 'date', required: true },
    { name: 'amount', type: 'amount', required: true },
    { name: 'currency', type: 'currency' },
    text('partner'),
    { name: 'class', type: 'choice', choices: CLASSES },
    { name: 'kind', type: 'choice', choices: COST_KINDS },
    { name: 'hours', type: 'decimal' },
    text('note', 500),
  ],
};

export function fieldOf(kind: ImportKind, name: string): Field | undefined {
  return FIELDS[kind].find((field) => field.name === name);
}
