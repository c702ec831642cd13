import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvSplitter } from './csv.ts';
import type { FileRecord } from './record.ts';

function read(text: string, delimiter = ',', pieces = [text.length], expected = 0): FileRecord[] {
  const records: FileRecord[] = [];
  const splitter = csvSplitter(delimiter, (record) => records.push(record));
  if (expected > 0) splitter.expect(expected);
  let at = 0;
  for (let turn = 0; at < text.length; turn += 1) {
    const size = Math.max(1, pieces[turn % pieces.length] ?? 1);
    splitter.push(text.slice(at, at + size));
    at += size;
  }
  splitter.end();
  return records;
}

const cells = (records: FileRecord[]): (readonly string[])[] => records.map((record) => record.cells);

describe('RFC 4180', () => {
  it('reads quoted delimiters, doubled quotes and line breaks inside quotes', () => {
    const records = read('a,b\r\n"x, ""y""","two\r\nlines"\r\nlast,row');
    expect(cells(records)).toEqual([
      ['a', 'b'],
      ['x, "y"', 'two\r\nlines'],
      ['last', 'row'],
    ]);
    expect(records.map((record) => record.line)).toEqual([1, 2, 4]);
  });

  it('skips empty lines and counts them', () => {
    expect(read('a,b\n\n\n1,2\n').map((record) => record.line)).toEqual([1, 4]);
  });

  it('agrees with csv-parse on any table, however the bytes arrive', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'я', '"', ',', ';', '\n', ' ', '1', '👍'),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        table,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
        (rows, pieces) => {
          const text = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          const oracle: unknown = parse(text, { relax_column_count: true, skip_empty_lines: true });
          expect(cells(read(text, ',', pieces))).toEqual(oracle);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a broken file', () => {
  it('names the line whose quote never closes and loses none of the others', () => {
    const records = read('n,name\n1,a\n2,"b\n3,c\n4,"d, e"\n5,f\n', ',', [1000], 2);
    expect(records.filter((record) => record.fault).map((record) => record.line)).toEqual([3]);
    expect(cells(records.filter((record) => !record.fault))).toEqual([
      ['n', 'name'],
      ['1', 'a'],
      ['3', 'c'],
      ['4', 'd, e'],
      ['5', 'f'],
    ]);
  });

  it('names a quote that is followed by more text', () => {
    const records = read('1,"ООО" Ромашка\n2,b\n');
    expect(records[0]?.fault?.code).toBe('integrations.quote_not_closed');
    expect(records[1]?.cells).toEqual(['2', 'b']);
  });

  it('takes a quote in the middle of a cell as it stands', () => {
    expect(cells(read('1,ООО "Ромашка"\n'))).toEqual([['1', 'ООО "Ромашка"']]);
  });

  it('gives up a record of a megabyte and goes on with the next line', () => {
    const records = read(`1,"${'x'.repeat(1_200_000)}\n2,b\n`, ',', [65_536]);
    expect(records.map((record) => [record.line, record.fault?.code ?? null])).toEqual([
      [1, 'integrations.quote_not_closed'],
      [2, null],
    ]);
  });
});
