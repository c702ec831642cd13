import { FIELDS } from '../../contract/kinds.ts';
import { fault, type FileRecord, type RowFault } from '../reading/record.ts';
import { checkShape, readText, type Plan } from './plan.ts';
import { dayOf, isFault, timeOf } from './read-field.ts';
import { bad, type CheckedRow } from './row.ts';

/** Rows of partners and of clients. What their fields may hold is the directory's to say, when it takes them. */
export function checkDirectory(plan: Plan): (record: FileRecord) => CheckedRow {
  const fields = FIELDS[plan.mapping.kind].filter((field) => plan.has(field.name));
  return (record) => {
    const misshapen = checkShape(plan, record);
    if (misshapen) return bad(record.line, misshapen);
    const body: Record<string, string> = {};
    for (const field of fields) {
      const read =
        field.type === 'time'
          ? instantText(timeOf(plan, record, field.name))
          : field.type === 'date'
            ? dayOf(plan, record, field.name)
            : readText(plan, record, field);
      if (isFault(read)) return bad(record.line, read);
      if (read !== null && read !== '') body[field.name] = read;
    }
    const key = body['externalId'] ?? body['name'];
    if (key === undefined)
      return bad(
        record.line,
        fault('cell_empty', { column: plan.columnOf(plan.has('name') ? 'name' : 'externalId') }),
      );
    const { partner, ...rest } = body;
    return {
      fault: null,
      line: record.line,
      key: plan.has('externalId') && body['externalId'] === undefined ? `${NAME_KEY}${key}` : key,
      at: null,
      amountMicro: null,
      credit: 'no',
      currency: null,
      client: null,
      partner: partner ?? null,
      body: { ...rest, name: body['name'] ?? key },
      detail: null,
    };
  };
}

/** Keeps a row known only by its name apart from another whose number reads the same. */
const NAME_KEY = 'name:';

function instantText(read: number | null | RowFault): string | null | RowFault {
  return typeof read === 'number' ? new Date(read).toISOString() : read;
}
