import type { ReportingClass } from '@mosty/ui-kit';

export interface KitRow {
  readonly id: string;
  readonly partner: string;
  readonly client: string;
  readonly at: string;
  readonly class: ReportingClass;
  readonly base: number;
  readonly ratePpm: number;
  readonly owed: number;
  readonly state: 'due' | 'hold' | 'paid' | 'late';
}

/** Invented: no such companies. */
export const ROWS: readonly KitRow[] = [
  ['Вектор CRM', 'Склад на Каширке', '2026-11-18', 'partner_sales', 186_000_00, 200_000, 37_200_00, 'due'],
  [
    'Цифра и баланс',
    'ООО «Оптовая база №7 Поволжского региона»',
    '2026-11-17',
    'partner_sales',
    29_900_00,
    150_000,
    4_485_00,
    'due',
  ],
  ['Купонатор24', 'Мамин опт', '2026-11-16', 'partner_sales', 12_900_00, 100_000, 1_290_00, 'hold'],
  ['Светлана Рогова', 'ИП Каримов', '2026-11-14', 'referral', 4_900_00, 100_000, 490_00, 'due'],
  ['Оптовик Денис', 'Тёплый склад', '2026-11-12', 'partner_sales', 1_234_567_50, 200_000, 246_913_50, 'late'],
  ['Банк «Берег»', 'Дом ткани', '2026-11-10', 'alliance', 300_000_00, 50_000, 15_000_00, 'paid'],
  ['Трафик-Маг', 'Полезная лавка', '2026-11-03', 'partner_sales', -62_400_00, 200_000, -12_480_00, 'due'],
].map((row, place) => {
  const [partner, client, at, reportingClass, base, ratePpm, owed, state] = row as [
    string,
    string,
    string,
    ReportingClass,
    number,
    number,
    number,
    KitRow['state'],
  ];
  return { id: `acr_${place}`, partner, client, at, class: reportingClass, base, ratePpm, owed, state };
});
