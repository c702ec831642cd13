import { Button } from '@mantine/core';
import { DataTable, Money, Section, toast, useFormat, useVerb, useWords } from '@mosty/ui-kit';
import { priceHours, readBook, readMonth, type MonthSheet } from '../contract.ts';

/** Time of the team that is told and not a cost yet; one press writes it into the partners it was spent on (S3.28). */
export function MonthHours({ of: sheet }: { of: MonthSheet }) {
  const t = useWords('economics');
  const format = useFormat();
  const verb = useVerb(priceHours, { invalidates: [readMonth, readBook] });
  const mayWrite =
    sheet.can.plan && sheet.closed === null && sheet.hours.some(({ rateMinor }) => rateMinor !== null);
  return (
    <Section
      title={t('sheet.hours')}
      note={t('sheet.hoursNote')}
      actions={
        mayWrite ? (
          <Button
            variant="default"
            loading={verb.isPending}
            onClick={async () => {
              const { recorded, withoutRate } = await verb.mutateAsync({ params: { month: sheet.month } });
              toast(
                withoutRate > 0
                  ? t('sheet.hoursNoRate', { count: withoutRate })
                  : t('sheet.hoursDone', { count: recorded }),
              );
            }}
          >
            {t('sheet.writeHours')}
          </Button>
        ) : null
      }
    >
      <DataTable
        label={t('sheet.hours')}
        rows={sheet.hours}
        rowKey={(row) => `${row.memberId} ${row.class}`}
        empty={<p>{t('sheet.noHours')}</p>}
        columns={[
          { id: 'who', title: t('sheet.who'), cell: (row) => row.name ?? t('sheet.somebody') },
          { id: 'class', title: t('plan.class'), narrow: 'bare', cell: (row) => t(`book.${row.class}`) },
          {
            id: 'minutes',
            title: t('sheet.minutes'),
            align: 'right',
            narrow: 'line',
            cell: (row) => format.count(row.minutes / 60, 1),
          },
          {
            id: 'rate',
            title: t('sheet.rate'),
            align: 'right',
            narrow: 'line',
            cell: (row) =>
              row.rateMinor === null ? (
                t('sheet.noRate')
              ) : (
                <Money minor={row.rateMinor} currency={sheet.currency} />
              ),
          },
          {
            id: 'amount',
            title: t('sheet.amount'),
            align: 'right',
            narrow: 'value',
            cell: (row) =>
              row.amountMinor === null ? '–' : <Money minor={row.amountMinor} currency={sheet.currency} />,
          },
        ]}
      />
    </Section>
  );
}
