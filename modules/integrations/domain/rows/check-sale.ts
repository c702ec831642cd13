import { exactOfDecimal, multiply } from '@mosty/kernel/money';
import { FIELDS, type Field, type ImportKind } from '../../contract/kinds.ts';
import type { CreditRule } from '../../contract/mapping.ts';
import { decimalText, MICRO_MAX, readFourPlaces } from '../cells/amount.ts';
import { fault, shown, type FileRecord, type RowFault } from '../reading/record.ts';
import { checkShape, readText, type Plan } from './plan.ts';
import { contentKey } from './content-key.ts';
import { currencyOf, isFault, microOf, minorOf, timeOf } from './read-field.ts';
import { bad, type CheckedRow, type Credit, type InvoiceLine } from './row.ts';

/** Text fields that stay as they are. What is counted or compared is read apart. */
const APART = new Set(['externalId', 'sku', 'type', 'currency', 'clientExternalId', 'partner']);

/** Rows of sales and of refunds: a payment, a line of an invoice, or a part of a credit note. */
export function checkSales(plan: Plan): (record: FileRecord) => CheckedRow {
  const { kind } = plan.mapping;
  const kept = FIELDS[kind].filter(
    (field) => field.type === 'text' && !APART.has(field.name) && plan.has(field.name),
  );
  const [number, client, partner] = ['externalId', 'clientExternalId', 'partner'].map((name) =>
    field(kind, name),
  );

  return (record) => {
    const misshapen = checkShape(plan, record);
    if (misshapen) return bad(record.line, misshapen);
    const told = number ? readText(plan, record, number) : '';
    if (isFault(told)) return bad(record.line, told);
    if (told === '' && plan.has('externalId'))
      return bad(record.line, fault('cell_empty', { column: plan.columnOf('externalId') }));

    const at = timeOf(plan, record, 'occurredAt');
    if (isFault(at)) return bad(record.line, at, told || null);
    if (at === null)
      return bad(record.line, fault('cell_empty', { column: plan.columnOf('occurredAt') }), told || null);
    const currency = currencyOf(plan, record);
    if (isFault(currency)) return bad(record.line, currency, told || null);
    const detail = readDetail(plan, record, currency);
    if (isFault(detail)) return bad(record.line, detail, told || null);

    const clientNumber = client ? readText(plan, record, client) : '';
    if (isFault(clientNumber)) return bad(record.line, clientNumber, told || null);
    const partnerName = partner ? readText(plan, record, partner) : '';
    if (isFault(partnerName)) return bad(record.line, partnerName, told || null);
    const body: Record<string, string> = {};
    for (const field of kept) {
      const text = readText(plan, record, field);
      if (isFault(text)) return bad(record.line, text, told || null);
      if (text !== '') body[field.name] = text;
    }
    // A sheet that names clients only by name: the name is then what tells them apart.
    const who =
      clientNumber || (plan.has('clientExternalId') ? '' : (body['clientName'] ?? '').slice(0, 200));
    return {
      fault: null,
      line: record.line,
      key: told || contentKey(body, String(at), detail.amountMicro.toString(), currency, who, partnerName),
      at,
      amountMicro: detail.amountMicro,
      credit: kind === 'refunds' ? 'yes' : creditOf(plan, record),
      currency,
      client: who || null,
      partner: partnerName || null,
      body,
      detail,
    };
  };
}

function field(kind: ImportKind, name: string): Field | undefined {
  return FIELDS[kind].find((one) => one.name === name);
}

function readDetail(plan: Plan, record: FileRecord, currency: string): InvoiceLine | RowFault {
  const sums = readSums(plan, record, currency);
  if (isFault(sums)) return sums;
  const vatMicro = microOf(plan, record, 'vat', currency);
  if (isFault(vatMicro)) return vatMicro;
  const costMinor = minorOf(plan, record, 'cost', currency);
  if (isFault(costMinor)) return costMinor;
  const listMinor = minorOf(plan, record, 'list', currency);
  if (isFault(listMinor)) return listMinor;
  return {
    line: record.line,
    sku: plan.text(record, 'sku') || null,
    ...sums,
    vatMicro,
    costMinor,
    listMinor,
  };
}

/** The amount as told, or quantity × price multiplied exactly. */
function readSums(
  plan: Plan,
  record: FileRecord,
  currency: string,
): Pick<InvoiceLine, 'amountMicro' | 'quantity' | 'price'> | RowFault {
  if (plan.has('amount')) {
    const amountMicro = microOf(plan, record, 'amount', currency);
    if (isFault(amountMicro)) return amountMicro;
    if (amountMicro === null) return fault('cell_empty', { column: plan.columnOf('amount') });
    return { amountMicro, quantity: null, price: null };
  }
  const quantity = plan.has('quantity') ? readFour(plan, record, 'quantity') : { digits: 1n, scale: 0 };
  if (isFault(quantity)) return quantity;
  const price = readFour(plan, record, 'price');
  if (isFault(price)) return price;
  const amountMicro = exactOfDecimal(multiply(quantity, price), currency)?.micro ?? null;
  if (amountMicro === null || amountMicro > MICRO_MAX || amountMicro < -MICRO_MAX) {
    return fault('amount_too_large', {
      column: plan.columnOf('price'),
      text: shown(plan.text(record, 'price')),
    });
  }
  return { amountMicro, quantity: decimalText(quantity), price: decimalText(price) };
}

function readFour(plan: Plan, record: FileRecord, field: string) {
  const text = plan.text(record, field);
  if (text === '') return fault('cell_empty', { column: plan.columnOf(field) });
  return (
    readFourPlaces(text, plan.mark(field)) ??
    fault('not_four_places', { column: plan.columnOf(field), text: shown(text) })
  );
}

function creditOf(plan: Plan, record: FileRecord): Credit {
  let byTotal = false;
  for (const rule of plan.mapping.credits) {
    if ('negativeTotal' in rule) byTotal = true;
    else if (matches(rule, plan.text(record, rule.field))) return 'yes';
  }
  return byTotal ? 'by_total' : 'no';
}

function matches(rule: Exclude<CreditRule, { negativeTotal: true }>, text: string): boolean {
  if ('startsWith' in rule) return text.startsWith(rule.startsWith);
  return rule.oneOf.some((one) => one.toLowerCase() === text.toLowerCase());
}
