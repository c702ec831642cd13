import { inflateSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { writeCsv } from './csv.ts';
import { writePdf } from './pdf.ts';
import { moneyText, percentText, type Table } from './table.ts';
import { writeXlsx } from './xlsx.ts';

const NAMES = [
  'Ёлка № 1',
  '🚀 שלום عالم',
  `=cmd|'/c calc'!A0`,
  '+7 900',
  '-1',
  '@SUM(A1)',
  'a;b,"c"\r\nd\te',
  "О'Нил",
  ' пробел ',
];

function table(names: readonly string[], language: 'ru' | 'en' = 'ru'): Table {
  return {
    title: 'Реестр выплат — 30.11.2026',
    language,
    currency: 'RUB',
    facts: [
      ['Компания', 'ООО «Ёлка» №7'],
      ['Итого', '1 234,50 ₽'],
    ],
    columns: [
      { header: 'Партнёр', kind: 'text', width: 30 },
      { header: 'К выплате, RUB', kind: 'money', width: 16 },
      { header: 'Ставка, %', kind: 'rate', width: 10 },
    ],
    rows: names.map((name, place) => [name, BigInt(place) * -12_345n + 5n, 125_000n]),
  };
}

describe('numbers as exact texts', () => {
  test('minor units come back as they went, whatever their size, sign and currency', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.constantFrom('RUB', 'JPY', 'KWD'),
        (minor, currency) => {
          const text = moneyText(minor, currency, '.');
          expect(text).toMatch(
            currency === 'JPY' ? /^-?\d+$/ : currency === 'KWD' ? /^-?\d+\.\d{3}$/ : /^-?\d+\.\d{2}$/,
          );
          expect(BigInt(text.replace('.', ''))).toBe(minor);
        },
      ),
    );
  });

  test.each([
    [125_000n, '12,5'],
    [100_000n, '10'],
    [1n, '0,0001'],
    [0n, '0'],
    [1_000_000n, '100'],
  ])('%s ppm is «%s» percent', (ppm, text) => {
    expect(percentText(ppm, ',')).toBe(text);
  });
});

describe('CSV (trust.md, import and export)', () => {
  test('every name comes back letter for letter but those a spreadsheet would run, which stay texts', () => {
    const rows = parse(writeCsv(table(NAMES), { bom: true }), {
      delimiter: ';',
      bom: true,
      record_delimiter: '\r\n',
    }) as string[][];
    expect(rows[0]).toEqual(['Партнёр', 'К выплате, RUB', 'Ставка, %']);
    expect(rows.slice(1).map((row) => row[0])).toEqual(
      NAMES.map((name) => (/^[=+\-@]/.test(name) ? `'${name}` : name)),
    );
    expect(rows[1]).toEqual(['Ёлка № 1', '0,05', '12,5']);
    expect(rows[2]?.[1]).toBe('-123,40');
  });

  test('any texts at all come back; the mark of UTF-8 stands only where it was asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 5 }),
        (names) => {
          const file = writeCsv(table(names, 'en'), { bom: false });
          expect(file.startsWith('\ufeff')).toBe(false);
          const rows = parse(file, {
            delimiter: ',',
            record_delimiter: '\r\n',
            relax_column_count: false,
          }) as string[][];
          const plain = (text: string) => text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');
          expect(rows.slice(1).map((row) => plain(row[0] ?? ''))).toEqual(names.map(plain));
        },
      ),
    );
    expect(writeCsv(table(NAMES), { bom: true }).startsWith('\ufeff')).toBe(true);
  });
});

async function read(file: Uint8Array) {
  const [sheet] = await readExcel(Buffer.from(file), { trim: false });
  return sheet?.data ?? [];
}

describe('XLSX', () => {
  test('another library reads the same texts, none of them a formula, and the same numbers', async () => {
    const cells = await read(await writeXlsx(table(NAMES)));
    expect(cells.slice(1).map((row) => row[0])).toEqual(NAMES);
    expect(cells[2]?.slice(1)).toEqual([-123.4, 12.5]);
  });

  test('an amount longer than a spreadsheet’s fifteen digits goes as a text, not as another amount', async () => {
    const long = { ...table(['Много']), rows: [['Много', 12_345_678_901_234_567n, 100_000n]] };
    const cells = await read(await writeXlsx(long));
    expect(cells[1]?.[1]).toBe('123456789012345.67');
  });
});

describe('PDF', () => {
  test('is a PDF that has letters for «Ёлка», № and ₽', async () => {
    const file = await writePdf(table(['Ёлка № 1 — 100 ₽']));
    expect(file.subarray(0, 5).toString()).toBe('%PDF-');
    const letters = unicodeOf(file);
    for (const letter of 'Ёлка№₽—') expect(letters.has(letter), letter).toBe(true);
  });
});

/** Letters the embedded fonts map their glyphs to: what a reader can copy and search. */
function unicodeOf(pdf: Buffer): Set<string> {
  const found = new Set<string>();
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    const body = pdf.subarray(at + 7, pdf.indexOf('endstream', at));
    let text: string;
    try {
      text = inflateSync(body).toString('latin1');
    } catch {
      continue;
    }
    if (!text.includes('begincmap')) continue;
    for (const [, hex = ''] of text.matchAll(/<([0-9a-f]{4})>/gi))
      found.add(String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return found;
}
