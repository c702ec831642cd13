import type { RowFault } from '../reading/record.ts';

/** How it is known whether a row returns money: told by a rule, or by the sign of the whole invoice. */
export type Credit = 'yes' | 'no' | 'by_total';

/** One line of an invoice; decimals as text with at most four places, amounts in millionths of a minor unit. */
export interface InvoiceLine {
  readonly line: number;
  readonly sku: string | null;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly amountMicro: bigint;
  readonly vatMicro: bigint | null;
  readonly costMinor: bigint | null;
  readonly listMinor: bigint | null;
}

/** Text fields of a row by name; amounts among them are decimal digits of their unit. Empty ones are absent. */
export type Body = Readonly<Record<string, string>>;

export interface GoodRow {
  readonly fault: null;
  readonly line: number;
  /** Business key within the source. */
  readonly key: string;
  /** Milliseconds of the epoch; null where the kind has no time. */
  readonly at: number | null;
  readonly amountMicro: bigint | null;
  readonly credit: Credit;
  readonly currency: string | null;
  /** The client's number, or its name where the file has no numbers. */
  readonly client: string | null;
  readonly partner: string | null;
  /** The other fields. */
  readonly body: Body;
  readonly detail: InvoiceLine | null;
}

export interface BadRow {
  readonly fault: RowFault;
  readonly line: number;
  /** Known where only another cell is wrong: its invoice then waits for it. */
  readonly key: string | null;
}

export type CheckedRow = GoodRow | BadRow;

export function bad(line: number, fault: RowFault, key: string | null = null): BadRow {
  return { fault, line, key };
}
