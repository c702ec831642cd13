import { look } from '@mosty/kernel/db';
import { sql } from 'kysely';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undoImport } from './ask-import.ts';
import { errorsCsv } from './errors-csv.ts';
import { openImports, type Imports } from './imports.fixture.ts';
import { readBrought, readImportRows } from './read-imports.ts';

let imports: Imports;
beforeAll(async () => {
  imports = await openImports();
});
afterAll(() => imports.close());

const sales = { kind: 'sales' } as const;

async function saleOf(externalId: string): Promise<Record<string, unknown>> {
  const { rows } = await look(imports.world.system, (tx) =>
    sql<Record<string, unknown>>`
      SELECT s.*, c.name AS client_name FROM deals.v_sale_detail s
      LEFT JOIN directory.v_client c ON c.workspace_id = s.workspace_id AND c.id = s.client_id
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.external_id = ${externalId} AND s.reversed_at IS NULL`.execute(
      tx.db,
    ),
  );
  return rows[0] ?? {};
}

/** Text in windows-1251, by turning the decoder round. */
function cp1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251');
  const codes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 63);
}

describe('from three files to «кто привёл, кого, на сколько» (S2.31)', () => {
  it('partners with agreements, clients with who brought them, sales with accruals', async () => {
    const scheme = await imports.scheme(100_000);
    const partners = await imports.load(
      `Название;Код партнёра;Вид;Схема;Дата договора\nВектор;P-01;внедренец;${scheme};01.01.2026\nКонтакт;P-02;автор;;\nЧужой;P-03;агент;нет такой;01.01.2026\n`,
      { kind: 'partners' },
    );
    expect(partners.view).toMatchObject({
      state: 'applied',
      found: { states: { new: 2, bad: 1 } },
      result: { created: 2, agreements: 1 },
    });
    const clients = await imports.load(
      'Код клиента;Название;Партнёр\nK-1;ООО «Ромашка»;P-01\nK-2;ИП Лютик;\nK-3;Никто;P-99\n',
      { kind: 'clients' },
    );
    expect(clients.view).toMatchObject({
      state: 'applied',
      found: { states: { new: 2, bad: 1 } },
      result: { created: 2 },
    });
    const loaded = await imports.load(
      'Номер счёта;Дата оплаты;Код клиента;Сумма\nС-1;15.01.2026;K-1;12 900,50\nС-2;16.01.2026 10:30;K-2;100,00\nС-3;17.01.2026;K-9;7\n',
    );
    expect(loaded.view).toMatchObject({
      kind: 'sales',
      state: 'applied',
      found: { rows: 3, newClients: 1 },
      result: { created: 3, refused: 0 },
    });
    const brought = await readBrought(imports.ctx, loaded.view.id);
    expect(brought.rows).toMatchObject([
      {
        class: 'partner_sales',
        partnerName: 'Вектор',
        clients: 1,
        sales: 1,
        paidMinor: 1_290_050n,
        accruedMinor: 129_005n,
        returnedMinor: 0n,
      },
    ]);
    expect(brought.direct).toMatchObject([{ sales: 2, paidMinor: 10_700n }]);
  });
});

it('partners stay: agreements and sales may know them by now, so an undo is neither offered nor taken', async () => {
  const { view } = await imports.load('Название;Код партнёра\nОстающийся;ST-1\n', { kind: 'partners' });
  expect(view).toMatchObject({ state: 'applied', can: { undo: false } });
  await expect(
    undoImport(imports.ctx, { importId: view.id, reason: 'лишний партнёр' }),
  ).rejects.toMatchObject({ code: 'integrations.directory_stays' });
});

describe('however the file is written', () => {
  it('windows-1251, semicolons and a decimal comma', async () => {
    const { view } = await imports.load(
      cp1251('Номер заказа;Дата;Клиент;Сумма\nкп-1;31.01.2026;Ёлка и сын;1 000,05\n'),
      sales,
    );
    expect(view.result).toMatchObject({ created: 1 });
    expect(await saleOf('кп-1')).toMatchObject({ amount_minor: 100_005n, client_name: 'Ёлка и сын' });
  });

  it('a byte order mark, quoted line breaks and doubled quotes', async () => {
    const { view } = await imports.load(
      '\uFEFFinvoice,date,client name,amount\r\nq-1,2026-01-31,"ООО ""Рога\nи копыта""",5.10\r\n',
      sales,
    );
    expect(view.result).toMatchObject({ created: 1 });
    expect(await saleOf('q-1')).toMatchObject({ amount_minor: 510n, client_name: 'ООО "Рога\nи копыта"' });
  });

  it('tabs, and naive times in the company’s zone', async () => {
    await imports.load('invoice\tdate\tamount\nt-1\t2026-01-31 23:30\t1\n', sales);
    expect(await saleOf('t-1')).toMatchObject({ occurred_at: new Date('2026-01-31T20:30:00Z') });
  });

  it('a title above the header', async () => {
    const { view } = await imports.load(
      'Отчёт о продажах;;\nза январь;;\n\nНомер;Дата;Сумма\nя-1;05.01.2026;10,5\n',
      sales,
    );
    expect(view).toMatchObject({ found: { rows: 1 }, result: { created: 1 } });
  });

  it('a workbook: numbers as they were typed, dates of the calendar, a formula’s value', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Продажи',
          rows: [
            ['Номер', 'Дата', 'Клиент', 'Сумма'],
            ['x-1', new Date(Date.UTC(2026, 0, 31)), 'Ромашка', 1037.1],
            ['x-2', '31.01.2026', "=cmd|' /C calc'!A0", 0.1 + 0.2],
          ],
        },
      ],
    });
    const { view } = await imports.load(bytes, { ...sales, name: 'продажи.xlsx' });
    expect(view).toMatchObject({ format: 'xlsx', result: { created: 2 }, found: { badRows: 0 } });
    expect(await saleOf('x-1')).toMatchObject({
      amount_minor: 103_710n,
      occurred_at: new Date('2026-01-30T21:00:00Z'),
    });
    expect(await saleOf('x-2')).toMatchObject({
      amount_micro: 30_000_000n,
      client_name: "=cmd|' /C calc'!A0",
    });
  });

  it('formulas, emoji and right-to-left text come back as they went', async () => {
    const names = ["=cmd|' /C calc'!A0", '+7 999', '@sum(1)', '👩‍👩‍👧 семья', 'شركة مثال', 'пример.рф'];
    const text = names.map((name, index) => `f-${index},2026-01-05,"${name}",1`).join('\n');
    await imports.load(`invoice,date,client name,amount\n${text}\n`, sales);
    for (const [index, name] of names.entries())
      expect(await saleOf(`f-${index}`)).toMatchObject({ client_name: name });
  });

  it('what is no table is refused with the reason', async () => {
    await expect(imports.load('', sales)).rejects.toMatchObject({ code: 'integrations.file_is_empty' });
    await expect(imports.load(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2), sales)).rejects.toMatchObject({
      code: 'integrations.old_excel',
    });
    await expect(imports.load('PK\u0003\u0004 not a workbook', sales)).rejects.toMatchObject({
      code: 'integrations.not_a_table',
    });
  });
});

describe('one per cent of broken rows', () => {
  const rows = 3_000;
  const broken = new Map<number, string>();
  const text = ['invoice,date,customer id,amount'];
  for (let row = 0; row < rows; row += 1) {
    const line = row + 2;
    const good = `b-${row},2026-01-${String((row % 28) + 1).padStart(2, '0')},K-${row % 50},${row}.${String(row % 100).padStart(2, '0')}`;
    const breaks: [string, string][] = [
      ['integrations.not_an_amount', good.replace(/[^,]*$/, '12o')],
      ['integrations.not_a_date', good.replace(/2026-01-\d\d/, '2026-02-30')],
      ['integrations.wrong_number_of_cells', good.replace(/,[^,]*$/, '')],
      ['integrations.quote_not_closed', good.replace(/,K/, ',"K')],
      ['integrations.cell_empty', good.replace(/^b-\d+/, '')],
      ['integrations.unreadable_characters', good.replace(/K-/, '\uFFFD')],
    ];
    const [code, bad] = breaks[(row / 100) % breaks.length] ?? ['', good];
    if (row % 100 === 0) broken.set(line, code);
    text.push(row % 100 === 0 ? bad : good);
  }

  it('is listed by line number and code, and every other row is applied once', async () => {
    const { view } = await imports.load(text.join('\n'), sales);
    expect(view).toMatchObject({ found: { rows, badRows: 30 }, result: { created: rows - 30, refused: 0 } });
    const { items } = await readImportRows(imports.ctx, { importId: view.id, errors: true, limit: 100 });
    expect(new Map(items.map((row) => [row.line, row.error?.code]))).toEqual(broken);
    const { content } = await errorsCsv(imports.ctx, { importId: view.id, language: 'ru' });
    const csv = (await content.toArray()).join('');
    expect(csv.split('\r\n')).toHaveLength(32);
    expect(csv).toContain('"Не число в колонке «amount»: 12o"');
  });

  it('a second import of the same file adds nothing', async () => {
    const before = await imports.count('deals.sale');
    const { view } = await imports.load(text.join('\n'), sales);
    expect(view).toMatchObject({ found: { states: { new: 0, known: rows - 30 } }, result: { created: 0 } });
    expect(await imports.count('deals.sale')).toBe(before);
  });

  it('a corrected file adds only the corrected rows; another amount is told and left alone', async () => {
    const mended = text.map((line) => line.replace('12o', '12').replace(/^(b-11,.*),[^,]*$/, '$1,999'));
    const { view } = await imports.load(mended.join('\n'), sales);
    expect(view).toMatchObject({ found: { states: { new: 5, differs: 1 } }, result: { created: 5 } });
  });
});

describe('numbers', () => {
  it('the same number twice is refused with the line where it was first', async () => {
    const { view } = await imports.load('invoice,date,amount\nd-1,2026-01-05,1\nd-1,2026-01-06,2\n', {
      mapping: { kind: 'sales', columns: { externalId: 'invoice', occurredAt: 'date', amount: 'amount' } },
    });
    const { items } = await readImportRows(imports.ctx, { importId: view.id, errors: true, limit: 10 });
    expect(items).toMatchObject([
      { line: 3, error: { code: 'integrations.number_repeated', params: { number: 'd-1', first: 2 } } },
    ]);
    expect(view.result).toMatchObject({ created: 1 });
  });

  it('a file without numbers is known again by what it says, equal rows apart', async () => {
    const text = 'Дата,Клиент,Сумма\n05.01.2026,Первый,10\n05.01.2026,Первый,10\n06.01.2026,Второй,20\n';
    expect((await imports.load(text, sales)).view.result).toMatchObject({ created: 3 });
    expect((await imports.load(text, sales)).view.found).toMatchObject({ states: { new: 0, known: 3 } });
  });
});
