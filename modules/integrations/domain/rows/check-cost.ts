import { FIELDS, type Field } from '../../contract/kinds.ts';
import { decimalText, readFourPlaces } from '../cells/amount.ts';
import { fault, shown, type FileRecord } from '../reading/record.ts';
import { contentKey } from './content-key.ts';
import { checkShape, readText, type Plan } from './plan.ts';
import { currencyOf, dayOf, isFault, minorOf } from './read-field.ts';
import { bad, type CheckedRow } from './row.ts';

const TEXTS = ['externalId', 'partner', 'class', 'kind', 'note'];

/** Rows of what the channel cost. */
export function checkCosts(plan: Plan): (record: FileRecord) => CheckedRow {
  const texts = TEXTS.map((name) => FIELDS.costs.find((field) => field.name === name) as Field).filter(
    (field) => plan.has(field.name),
  );
  return (record) => {
    const misshapen = checkShape(plan, record);
    if (misshapen) return bad(record.line, misshapen);
    const body: Record<string, string> = {};
    for (const field of texts) {
      const text = readText(plan, record, field);
      if (isFault(text)) return bad(record.line, text);
      if (text !== '') body[field.name] = text;
    }
    const day = dayOf(plan, record, 'occurredOn');
    if (isFault(day)) return bad(record.line, day);
    if (day === null) return bad(record.line, fault('cell_empty', { column: plan.columnOf('occurredOn') }));
    const currency = currencyOf(plan, record);
    if (isFault(currency)) return bad(record.line, currency);
    const amount = minorOf(plan, record, 'amount', currency);
    if (isFault(amount)) return bad(record.line, amount);
    if (amount === null) return bad(record.line, fault('cell_empty', { column: plan.columnOf('amount') }));
    if (amount < 0n) return bad(record.line, fault('cost_below_zero', { column: plan.columnOf('amount') }));
    const hours = plan.text(record, 'hours');
    if (hours !== '') {
      const read = readFourPlaces(hours, plan.mark('hours'));
      if (!read || read.digits < 0n)
        return bad(
          record.line,
          fault('not_an_amount', {
            column: plan.columnOf('hours'),
            text: shown(hours),
            mark: plan.mark('hours'),
          }),
        );
      body['hours'] = decimalText(read);
    }
    Object.assign(body, { occurredOn: day, amountMinor: amount.toString() });
    const { externalId, partner, ...said } = body;
    return {
      fault: null,
      line: record.line,
      key: externalId ?? contentKey(said, currency, partner ?? ''),
      at: Date.parse(`${day}T00:00:00Z`),
      amountMicro: amount * 1_000_000n,
      credit: 'no',
      currency,
      client: null,
      partner: partner ?? null,
      body: said,
      detail: null,
    };
  };
}
