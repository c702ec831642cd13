import type { NewRefund, NewSale, SaleLine } from '@mosty/deals';
import { settleRefunds, settleSales } from '@mosty/incentives';
import type { Tx } from '@mosty/kernel/context';
import type { CreditLink } from '../contract/mapping.ts';
import type { ImportFile } from '../store/files.ts';
import { verdictOf, type ImportRow } from '../store/rows.ts';
import type { LineJson } from '../store/stage.ts';
import type { Taken } from './take-rows.ts';

/** Sales first: a credit note of the same batch may return one of them. */
export async function takeSales(tx: Tx, file: ImportFile, rows: readonly ImportRow[]): Promise<Taken> {
  const { source, creditLink } = file.mapping;
  const told = new Map(rows.map((row) => [row.key ?? '', row]));
  const sales = rows.filter((row) => !row.credit).map((row) => saleOf(row, tx.currency));
  const refunds = rows.filter((row) => row.credit).map((row) => refundOf(row, creditLink, tx.currency));
  const from = { source, importId: file.id };
  const sold = sales.length > 0 ? await settleSales(tx, { ...from, sales }) : null;
  const returned = refunds.length > 0 ? await settleRefunds(tx, { ...from, refunds }) : null;
  const known = [...(sold?.known ?? []), ...(returned?.known ?? [])];
  return {
    result: {
      created: sold?.recorded.length ?? 0,
      credits: returned?.recorded.length ?? 0,
      waiting: returned?.recorded.filter((refund) => !refund.matched).length ?? 0,
      known: known.length,
    },
    verdicts: known.flatMap(({ externalId, differs }) => {
      const row = told.get(externalId);
      if (!row) return [];
      const error = { code: 'integrations.recorded_otherwise', params: { number: externalId } };
      return [differs ? verdictOf(row, 'differs', { error }) : verdictOf(row, 'known')];
    }),
  };
}

function saleOf(row: ImportRow, currency: string): NewSale {
  const body = row.body ?? {};
  const lines = row.lines ?? [];
  return {
    externalId: row.key ?? '',
    clientExternalId: row.client ?? undefined,
    clientName: body['clientName'],
    occurredAt: row.at,
    currency: row.currency ?? currency,
    amountMicro: row.amountMicro ?? 0n,
    vatMicro: sumOf(lines, 'v'),
    costMinor: sumOf(lines, 'c'),
    listMinor: sumOf(lines, 'l'),
    product: body['product'],
    namedPartner: row.partner ?? undefined,
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
    clientExternalId: row.client ?? undefined,
    link: creditLink === 'auto' ? (named ? 'sale' : 'client') : creditLink,
    occurredAt: row.at,
    currency: row.currency ?? currency,
    amountMicro: amount < 0n ? -amount : amount,
    reason: body['reason'],
  };
}
