import type { ImportKind } from '../contract/kinds.ts';

type Table = readonly (readonly string[])[];

/** Example files: the columns are guessed back without a question, the names are nobody's. */
const TEMPLATES: Readonly<Record<'ru' | 'en', Readonly<Record<ImportKind, Table>>>> = {
  ru: {
    partners: [
      ['Код партнёра', 'Название', 'Класс', 'Вид', 'Схема', 'Дата договора', 'Email', 'Телефон', 'Город'],
      [
        'P-01',
        'Внедренец «Пример»',
        'партнёрские продажи',
        'внедренец',
        '',
        '01.02.2026',
        'partner1@example.ru',
        '+7 000 000-00-01',
        'Казань',
      ],
      [
        'P-02',
        'Автор канала «Пример»',
        'партнёрские продажи',
        'автор',
        '',
        '15.02.2026',
        'partner2@example.ru',
        '',
        'Москва',
      ],
    ],
    clients: [
      ['Код клиента', 'Название', 'Партнёр', 'Дата закрепления', 'ИНН', 'Email', 'Сегмент'],
      ['K-001', 'ООО «Первый пример»', 'P-01', '10.02.2026', '', 'client1@example.ru', 'опт'],
      ['K-002', 'ИП Примеров', '', '', '', 'client2@example.ru', 'розница'],
    ],
    sales: [
      [
        'Номер счёта',
        'Дата оплаты',
        'Код клиента',
        'Клиент',
        'Сумма',
        'Валюта',
        'Партнёр',
        'Промокод',
        'Товар',
      ],
      ['С-1001', '12.02.2026', 'K-001', 'ООО «Первый пример»', '12 900,00', 'RUB', '', '', 'Тариф «Склад»'],
      ['С-1002', '14.02.2026 16:30', 'K-002', 'ИП Примеров', '4 900,00', 'RUB', 'P-02', '', 'Тариф «Старт»'],
    ],
    refunds: [
      ['Номер возврата', 'Дата возврата', 'Номер счёта', 'Сумма возврата', 'Валюта', 'Причина'],
      ['В-15', '20.02.2026', 'С-1001', '2 900,00', 'RUB', 'переход на младший тариф'],
    ],
    costs: [
      ['Номер', 'Дата', 'Партнёр', 'Класс', 'Вид расхода', 'Сумма', 'Валюта', 'Часы', 'Комментарий'],
      [
        'Р-7',
        '28.02.2026',
        'P-02',
        'партнёрские продажи',
        'фикс',
        '30 000,00',
        'RUB',
        '',
        'публикация в феврале',
      ],
      [
        'Р-8',
        '28.02.2026',
        '',
        'партнёрские продажи',
        'команда',
        '180 000,00',
        'RUB',
        '160',
        'менеджер по партнёрам',
      ],
    ],
  },
  en: {
    partners: [
      ['partner_id', 'name', 'class', 'kind', 'scheme', 'agreement_date', 'email', 'phone', 'city'],
      [
        'P-01',
        'Example Integrators',
        'partner_sales',
        'integrator',
        '',
        '2026-02-01',
        'partner1@example.com',
        '',
        'London',
      ],
      [
        'P-02',
        'Example Channel',
        'partner_sales',
        'creator',
        '',
        '2026-02-15',
        'partner2@example.com',
        '',
        'Leeds',
      ],
    ],
    clients: [
      ['customer_id', 'name', 'partner', 'since', 'tax_id', 'email', 'segment'],
      ['C-001', 'First Example Ltd', 'P-01', '2026-02-10', '', 'client1@example.com', 'wholesale'],
      ['C-002', 'Second Example Ltd', '', '', '', 'client2@example.com', 'retail'],
    ],
    sales: [
      [
        'invoice',
        'paid_at',
        'customer_id',
        'customer_name',
        'amount',
        'currency',
        'partner',
        'promo_code',
        'product',
      ],
      ['INV-1001', '2026-02-12', 'C-001', 'First Example Ltd', '129.00', 'GBP', '', '', 'Plan M'],
      ['INV-1002', '2026-02-14 16:30', 'C-002', 'Second Example Ltd', '49.00', 'GBP', 'P-02', '', 'Plan S'],
    ],
    refunds: [
      ['refund_id', 'refunded_at', 'invoice', 'refund_amount', 'currency', 'reason'],
      ['REF-15', '2026-02-20', 'INV-1001', '29.00', 'GBP', 'moved to a smaller plan'],
    ],
    costs: [
      ['id', 'date', 'partner', 'class', 'kind', 'amount', 'currency', 'hours', 'note'],
      ['EXP-7', '2026-02-28', 'P-02', 'partner_sales', 'fee', '300.00', 'GBP', '', 'publication in February'],
      ['EXP-8', '2026-02-28', '', 'partner_sales', 'team', '1800.00', 'GBP', '160', 'partner manager'],
    ],
  },
};

/** Russian Excel opens `;` with a byte order mark as a table, English Excel `,`. */
export function templateCsv(kind: ImportKind, language: 'ru' | 'en'): string {
  const delimiter = language === 'ru' ? ';' : ',';
  const quote = (cell: string): string => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\uFEFF${TEMPLATES[language][kind].map((row) => `${row.map(quote).join(delimiter)}\r\n`).join('')}`;
}
