import type { Id } from '@mosty/kernel/id';
import { Refusal, type RefusalKind, type RefusalParams } from '@mosty/kernel/refusal';
import type * as z from 'zod';
import {
  countryText,
  emailText,
  externalIdText,
  nameText,
  phoneText,
  shortText,
  taxNumberText,
} from '../contract/partner.ts';

/** A partner as a file tells of it. Fields left out (or empty) say nothing: what was known stays. */
export interface PartnerRow {
  readonly externalId?: string | undefined;
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly taxNumber?: string | undefined;
  readonly country?: string | undefined;
  readonly city?: string | undefined;
  readonly site?: string | undefined;
  readonly purpose?: string | undefined;
}

/** A client as a file tells of it. The keeper is named by external id or by name, and must be known already. */
export interface ClientRow {
  readonly externalId?: string | undefined;
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly taxNumber?: string | undefined;
  readonly country?: string | undefined;
  readonly segment?: string | undefined;
  readonly keeperPartnerExternalId?: string | undefined;
  readonly keeperPartnerName?: string | undefined;
  readonly keeperSince?: Date | undefined;
}

/** The file that a list came in, where it came in one. */
export interface FromFile {
  readonly importId?: Id<'import_file'> | null | undefined;
}

/** What became of one row, in the order of the rows. */
export type RowOutcome =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly id: string }
  | RefusedRow;

/** A refusal as a value among outcomes, so that one bad row does not stop the list. */
export interface RefusedRow {
  readonly outcome: 'refused';
  readonly kind: RefusalKind;
  readonly code: string;
  readonly params: RefusalParams;
}

export function refusedRow({ kind, code, params }: Refusal): RefusedRow {
  return { outcome: 'refused', kind, code, params };
}

const SHAPES: Record<string, z.ZodType<string>> = {
  externalId: externalIdText,
  name: nameText,
  email: emailText,
  phone: phoneText,
  taxNumber: taxNumberText,
  country: countryText,
  city: shortText,
  site: shortText,
  purpose: shortText,
  segment: shortText,
};

/** Trims every text, drops the empty ones, and refuses the first that could not be kept. */
export function readRow<Row extends PartnerRow | ClientRow>(row: Row): Row | Refusal {
  const read: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(row)) {
    if (typeof value !== 'string') {
      if (value !== undefined && value !== null) read[field] = value;
      continue;
    }
    const text = tidy(field, value);
    if (text === '') continue;
    const shape = SHAPES[field];
    if (shape && !shape.safeParse(text).success)
      return new Refusal('invalid', `directory.${CODES[field] ?? 'text_too_long'}`, {
        field,
        value: text.slice(0, 100),
      });
    read[field] = text;
  }
  if (read['name'] === undefined) return new Refusal('invalid', 'directory.name_missing', {});
  return read as unknown as Row;
}

const CODES: Record<string, string> = {
  name: 'name_malformed',
  email: 'email_malformed',
  phone: 'phone_malformed',
  taxNumber: 'tax_number_malformed',
  country: 'country_malformed',
};

function tidy(field: string, value: string): string {
  const text = value.replaceAll('\u0000', '').trim();
  if (field === 'email') return text.toLowerCase();
  if (field === 'country') return text.toUpperCase();
  return text;
}

/** The fields of `row` that say something other than what is known; null when there are none. */
export function changesOf<Known extends object>(
  known: Known,
  row: Partial<Record<keyof Known, unknown>>,
): Partial<Known> | null {
  const changed: Partial<Known> = {};
  let any = false;
  for (const field of Object.keys(known) as (keyof Known)[]) {
    const told = row[field];
    if (told === undefined || told === known[field]) continue;
    changed[field] = told as Known[keyof Known];
    any = true;
  }
  return any ? changed : null;
}

export function countOutcomes(outcomes: readonly RowOutcome[]) {
  const count = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of outcomes) count[outcome] += 1;
  return count;
}
