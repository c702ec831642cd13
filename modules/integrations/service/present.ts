import { divide, MICRO_PER_MINOR } from '@mosty/kernel/money';
import type { ImportDetail, ImportRowView, ImportView } from '../contract/import.ts';
import { allows } from '../domain/life.ts';
import type { ImportFile } from '../store/files.ts';
import type { ImportRow } from '../store/rows.ts';
import { standingOf } from './known-import.ts';

const AT_WORK = new Set(['checking', 'applying', 'undoing']);

export function viewOf(file: ImportFile): ImportView {
  const standing = standingOf(file);
  return {
    id: file.id,
    kind: file.kind,
    state: file.state,
    filename: file.filename,
    format: file.format,
    bytes: Number(file.bytes),
    sha256: file.sha256,
    program: file.program,
    progress: AT_WORK.has(file.state) ? share(file.progress, file.progressOf) : null,
    found: file.found,
    result: file.result,
    failure: file.failure,
    createdAt: file.createdAt.toISOString(),
    createdBy: file.createdBy,
    finishedAt: file.finishedAt?.toISOString() ?? null,
    undoneReason: file.undoneReason,
    can: {
      check: allows(standing, 'check'),
      apply: allows(standing, 'apply'),
      stop: allows(standing, 'stop'),
      undo: allows(standing, 'undo'),
      cancel: allows(standing, 'cancel'),
    },
  };
}

export function detailOf(file: ImportFile): ImportDetail {
  return {
    ...viewOf(file),
    columns: [...file.header.columns],
    headerLine: file.header.line,
    sample: { rows: file.sample.rows.map(({ line, cells }) => ({ line, cells: [...cells] })) },
    mapping: file.mapping,
    mappingId: file.mappingId,
  };
}

export function rowViewOf(row: ImportRow): ImportRowView {
  return {
    line: row.line,
    rows: row.rows,
    key: row.key,
    state: row.state,
    credit: row.credit,
    at: row.at.getTime() === 0 ? null : row.at.toISOString(),
    currency: row.currency,
    amountMinor:
      row.amountMicro === null ? null : divide(row.amountMicro, MICRO_PER_MINOR, 'half_away_from_zero'),
    fields: {
      ...(row.client !== null && { clientExternalId: row.client }),
      ...(row.partner !== null && { partner: row.partner }),
      ...row.body,
    },
    error: row.errorCode === null ? null : { code: row.errorCode, params: { ...row.errorParams } },
  };
}

function share(done: bigint, of: bigint): number {
  return of === 0n ? 0 : Math.min(1, Number((done * 1000n) / of) / 1000);
}
