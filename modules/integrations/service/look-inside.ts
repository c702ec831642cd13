import { open } from 'node:fs/promises';
import { Refusal } from '@mosty/kernel/refusal';
import type { FileFormat } from '../contract/mapping.ts';
import { detectDelimiter } from '../domain/reading/delimiter.ts';
import { findHeader, type Header } from '../domain/reading/header.ts';
import type { FileRecord } from '../domain/reading/record.ts';
import { readRecords } from './read-file.ts';

export interface Inside {
  readonly file: FileFormat;
  readonly header: Header;
  /** The records behind the header, as many as were looked at. */
  readonly records: readonly FileRecord[];
}

const SAMPLE_BYTES = 262_144;
const SAMPLE_RECORDS = 1_000;

/**
 * Looks at the beginning of a file: how it is written, where its header is, the first records. `told` wins over
 * what is detected.
 * @throws integrations.not_a_table
 */
export async function lookInside(path: string, format: 'csv' | 'xlsx', told: FileFormat): Promise<Inside> {
  const file: FileFormat =
    format === 'xlsx'
      ? told
      : { ...told, delimiter: told.delimiter ?? detectDelimiter(await beginning(path, told)) };
  const records: FileRecord[] = [];
  try {
    for await (const batch of readRecords({ path, format, file })) {
      records.push(...batch.records.slice(0, SAMPLE_RECORDS));
      if (records.length >= SAMPLE_RECORDS) break;
    }
  } catch (error) {
    // Whatever the workbook reader says, for the person it is one thing: this is not a table.
    if (format === 'xlsx')
      throw new Refusal('invalid', 'integrations.not_a_table', {
        because: (error as Error).message.slice(0, 200),
      });
    throw error;
  }
  const header = findHeader(records, told.headerLine);
  if (header.columns.length === 0) throw new Refusal('invalid', 'integrations.not_a_table', {});
  return {
    file: { ...file, headerLine: header.line },
    header,
    records: records.filter((record) => record.line > header.line && record.fault === null),
  };
}

async function beginning(path: string, told: FileFormat): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const text = new TextDecoder(told.encoding ?? 'utf-8').decode(buffer.subarray(0, bytesRead), {
      stream: true,
    });
    // The last line is likely cut in the middle.
    return bytesRead === SAMPLE_BYTES ? text.slice(0, text.lastIndexOf('\n') + 1) || text : text;
  } finally {
    await handle.close();
  }
}
