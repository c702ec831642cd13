import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FileFormat } from '../contract/mapping.ts';
import { csvSplitter } from '../domain/reading/csv.ts';
import type { FileRecord } from '../domain/reading/record.ts';
import { readXlsx } from '../domain/reading/xlsx.ts';

/** Records that came together, and how many bytes of the file are behind them. */
export interface RecordBatch {
  readonly records: readonly FileRecord[];
  readonly bytes: number;
}

const CHUNK_BYTES = 65_536;
const XLSX_BATCH = 2_000;

interface Asked {
  readonly path: string;
  readonly format: 'csv' | 'xlsx';
  readonly file: FileFormat;
  /** Cells of a record, where the header is known already. */
  readonly expect?: number;
}

/** Reads a file from its beginning, a chunk at a time; memory does not grow with its size. */
export function readRecords(asked: Asked): AsyncGenerator<RecordBatch> {
  return asked.format === 'xlsx' ? readSheet(asked) : readCsv(asked);
}

async function* readCsv(asked: Asked): AsyncGenerator<RecordBatch> {
  let records: FileRecord[] = [];
  const splitter = csvSplitter(asked.file.delimiter ?? ',', (record) => records.push(record));
  if (asked.expect !== undefined) splitter.expect(asked.expect);
  const decoder = new TextDecoder(asked.file.encoding ?? 'utf-8');
  const newlines = oldMacNewlines();
  let bytes = 0;
  for await (const chunk of createReadStream(asked.path, {
    highWaterMark: CHUNK_BYTES,
  }) as AsyncIterable<Buffer>) {
    splitter.push(newlines(decoder.decode(chunk, { stream: true })));
    bytes += chunk.length;
    if (records.length > 0) {
      yield { records, bytes };
      records = [];
    }
  }
  splitter.push(newlines(decoder.decode()));
  splitter.end();
  yield { records, bytes };
}

/** A file whose first lines end in CR alone has no other line ends. */
function oldMacNewlines(): (text: string) => string {
  let old: boolean | null = null;
  return (text) => {
    if (text === '') return text;
    old ??= text.includes('\r') && !text.includes('\n');
    return old ? text.replaceAll('\r', '\n') : text;
  };
}

async function* readSheet(asked: Asked): AsyncGenerator<RecordBatch> {
  const workbook = await readFile(asked.path);
  let records: FileRecord[] = [];
  let seen = 0;
  for await (const record of readXlsx(workbook, asked.file.sheet)) {
    records.push(record);
    if (records.length < XLSX_BATCH) continue;
    seen += records.length;
    // How far the unpacked sheet has got is not known; rows of some fifty bytes make a fair guess.
    yield { records, bytes: Math.min(workbook.length, seen * 50) };
    records = [];
  }
  yield { records, bytes: workbook.length };
}
