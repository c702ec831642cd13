import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openImports, type Imports } from './imports.fixture.ts';

let imports: Imports;
beforeAll(async () => {
  imports = await openImports();
});
afterAll(() => imports.close());

describe('from files to «кто привёл, кого, на сколько» (S2.31)', () => {
  it('partners, clients and sales of three files become accruals', async () => {
    const scheme = await imports.scheme(100_000);
    const partners = await imports.load(
      `Название;Код партнёра;Вид;Схема;Дата договора\nВектор;P-01;внедренец;${scheme};01.01.2026\nКонтакт;P-02;автор;;\n`,
      { kind: 'partners' },
    );
    expect(partners.view).toMatchObject({
      state: 'applied',
      result: { created: 2, agreements: 1, refused: 0 },
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
    const sales = await imports.load(
      'Номер счёта;Дата оплаты;Код клиента;Сумма\nС-1;15.01.2026;K-1;12 900,50\nС-2;16.01.2026 10:30;K-2;100,00\nС-3;17.01.2026;K-9;7\n',
    );
    expect(sales.view.kind).toBe('sales');
    expect(sales.view).toMatchObject({
      state: 'applied',
      found: { rows: 3, newClients: 1 },
      result: { created: 3, refused: 0 },
    });
    expect(await imports.count('incentives.accrual')).toBe(1);
  });
});
