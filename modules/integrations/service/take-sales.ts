import type { NewRefund, NewSale, SaleLine } from '@mosty/deals';
import { settleRefunds, settleSales } from '@mosty/incentives';
import type { Tx } from '@mosty/kernel/context';
import type { CreditLink } from '../contract/mapping.ts';
import type { ImportFile } from '../store/files.ts';
import type { ImportRow, RowVerdict } from '../store/rows.ts';
import type { LineJson } from '../store/stage.ts';
import type { Taken } from './take-rows.ts';

/** Sales first: a credit note of the same batch may return one of them. */
export async function takeSales(tx: Tx, file: ImportFile, rows: readonly ImportRow[]): Promise<Taken> {
  const { source, creditLink } = file.mapping;
  const lines = new Map(rows.map((row) => [row.key ?? '', row.line]));
  const sales = rows.filter((row) => !row.credit).map((row) => saleOf(row, tx.currency));
  const refunds = rows.filter((row) => row.credit).map((row) => refundOf(row, creditLink, tx.currency));
  const told = { source, importId: file.id };
  const sold = sales.length > 0 ? await settleSales(tx, { ...told, sales }) : null;
  const returned = refunds.length > 0 ? await settleRefunds(tx, { ...told, refunds }) : null;
  const known = [...(sold?.known ?? []), ...(returned?.known ?? [])];
  return {
    result: {
      created: sold?.recorded.length ?? 0,
      credits: returned?.recorded.length ?? 0,
      waiting: returned?.recorded.filter((refund) => !refund.matched).length ?? 0,
      known: known.length,
    },
    verdicts: known.map(({ externalId, differs }): RowVerdict => {
      const line = lines.get(externalId) ?? 0;
      if (!differs) return { line, state: 'known', errorCode: null, errorParams: null, made: null };
      return {
        line,
        state: 'differs',
        errorCode: 'integrations.recorded_otherwise',
        errorParams: { number: externalId },
        made: null,
      };
    }),
  };
}

function saleOf(row: ImportRow, currency: string): NewSale {
  const body = row.body ?? {};
  const lines = row.lines ?? [];
  return {
    externalId: row.key ?? '',
    clientExternalId: body['clientExternalId'],
    clientName: body['clientName'],
    occurredAt: row.at,
    currency: body['currency'] ?? currency,
    amountMicro: row.amountMicro ?? 0n,
    vatMicro: sumOf(lines, 'v'),
    costMinor: sumOf(lines, 'c'),
    listMinor: sumOf(lines, 'l'),
    product: body['product'],
    namedPartner: body['partner'],
    namedCode: body['code'],
    lines: lines.some((line) => line.q !== undefined) ? lines.map(saleLine) : undefined,
  };
}

function saleLine(line: LineJson): SaleLine {
  return {
    sku: line.s ?? null,
    quantity: line.q ?? '1',
    price: line.p ?? '0',
    amountMicro: BigInt(line.a),
    sourceLine: line.n,
  };
}

/** Undefined where no line tells: nothing is not zero. */
function sumOf(lines: readonly LineJson[], field: 'v' | 'c' | 'l'): bigint | undefined {
  const told = lines.flatMap((line) => line[field] ?? []);
  return told.length === 0 ? undefined : told.reduce((sum, text) => sum + BigInt(text), 0n);
}

function refundOf(row: ImportRow, creditLink: CreditLink, currency: string): NewRefund {
  const body = row.body ?? {};
  const amount = row.amountMicro ?? 0n;
  const named = body['saleExternalId'] !== undefined;
  return {
    externalId: row.key ?? '',
    saleExternalId: body['saleExternalId'],
    clientExternalId: body['clientExternalId'],
    link: creditLink === 'auto' ? (named ? 'sale' : 'client') : creditLink,
    occurredAt: row.at,
    currency: body['currency'] ?? currency,
    amountMicro: amount < 0n ? -amount : amount,
    reason: body['reason'],
  };
}
