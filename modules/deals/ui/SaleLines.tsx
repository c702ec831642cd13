import { DataTable, formatMoney, Section, useLanguage, useWords, type Column } from '@mosty/ui-kit';
import type { Deal } from './SaleScreen.tsx';

type Line = Deal['lines'][number];

/** The rows of the invoice as they stood in the file, with what is finer than a kopeck. */
export function SaleLines({ deal: { lines, sale } }: { deal: Deal }) {
  const t = useWords('deals');
  const language = useLanguage();
  if (lines.length === 0) return null;
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB';
  const number = (text: string) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(text as `${number}`);
  const columns: readonly Column<Line>[] = [
    { id: 'sku', title: t('lines.sku'), cell: (line) => line.sku ?? '–' },
    { id: 'quantity', title: t('lines.quantity'), cell: (line) => number(line.quantity), align: 'right' },
    { id: 'price', title: t('lines.price'), cell: (line) => number(line.price), align: 'right' },
    {
      id: 'amount',
      title: t('deals.amount'),
      cell: (line) => amountOf(line),
      align: 'right',
      narrow: 'value',
    },
    { id: 'source', title: t('lines.source'), cell: (line) => line.sourceLine ?? '–', align: 'right' },
  ];
  /** Whole kopecks are money; a finer sum is shown with all its digits, for it is rounded only once, in the total. */
  function amountOf(line: Line): string {
    if (/^-?\d+$/.test(line.amount)) return formatMoney(BigInt(line.amount), sale.currency, language);
    return t('lines.minor', { amount: number(line.amount) });
  }
  return (
    <Section
      title={t('lines.title')}
      note={
        sale.lineCount > lines.length
          ? t('lines.some', { shown: lines.length, all: sale.lineCount })
          : t('lines.note')
      }
    >
      <DataTable
        label={t('lines.title')}
        columns={columns}
        rows={lines}
        rowKey={(line) => String(line.position)}
      />
    </Section>
  );
}
