import { Button, Select } from '@mantine/core';
import { DataTable, Money, Section, SegmentTabs, useWords, type Column } from '@mosty/ui-kit';
import { useState } from 'react';
import type { Question } from './question.ts';
import { TrialSales } from './TrialSales.tsx';
import type { Compared, Shown } from './TrialTotals.tsx';
import classes from './trial.module.css';

type Row = Compared['partners'][number];
const AT_FIRST = 50;

/** A line a partner, the largest change first: was, would be by each scheme, and the sales behind it. */
export function TrialPartners({
  question,
  compared,
  shown,
  onShow,
}: {
  question: Question;
  compared: Compared;
  shown: Shown;
  onShow: (shown: Shown) => void;
}) {
  const t = useWords('incentives-trial');
  const [opened, setOpened] = useState<Row | null>(null);
  const [whole, setWhole] = useState(false);
  const { currency, schemes, partners } = compared;
  const place = Math.min(shown.place, schemes.length - 1);
  const changeOf = (row: Row) => (row.becomesMinor[place] ?? 0) - row.wasMinor;
  const rows = partners.filter((row) =>
    shown.who === 'all' ? true : shown.who === 'gain' ? changeOf(row) > 0 : changeOf(row) < 0,
  );
  const scheme = schemes[place];
  const columns: readonly Column<Row>[] = [
    { id: 'partner', title: t('history.partner'), cell: (row) => row.partnerName },
    {
      id: 'brought',
      title: t('history.brought'),
      align: 'right',
      narrow: 'line',
      cell: (row) => (
        <span className={classes.two}>
          <Money minor={row.salesMinor} currency={currency} precision="whole" />
          <span className={classes.soft}>{t('history.sales', { count: row.sales })}</span>
        </span>
      ),
    },
    {
      id: 'was',
      title: t('history.was'),
      align: 'right',
      narrow: 'line',
      cell: (row) => <Money minor={row.wasMinor} currency={currency} precision="whole" />,
    },
    ...schemes.map(
      ({ name }, at): Column<Row> => ({
        id: `s${at}`,
        title: name,
        align: 'right',
        narrow: 'line',
        cell: (row) => {
          const becomes = row.becomesMinor[at] ?? 0;
          return (
            <span className={classes.two}>
              <Money minor={becomes} currency={currency} precision="whole" />
              <span className={classes.soft}>
                <Money minor={becomes - row.wasMinor} currency={currency} precision="whole" signed />
              </span>
            </span>
          );
        },
      }),
    ),
  ];
  return (
    <Section title={t('history.byPartner')} note={t('history.byPartnerNote')}>
      <div className={classes.bar}>
        <SegmentTabs<Shown['who']>
          label={t('history.show')}
          value={shown.who}
          segments={[
            { value: 'all', label: t('history.all'), count: partners.length },
            { value: 'gain', label: t('history.gain'), count: scheme?.gain },
            { value: 'lose', label: t('history.lose'), count: scheme?.lose },
          ]}
          onChange={(who) => onShow({ place, who })}
        />
        {schemes.length > 1 && shown.who !== 'all' ? (
          <Select
            aria-label={t('history.by')}
            data={schemes.map(({ name }, at) => ({ value: String(at), label: name }))}
            value={String(place)}
            allowDeselect={false}
            onChange={(at) => onShow({ ...shown, place: Number(at) })}
          />
        ) : null}
      </div>
      <DataTable
        label={t('history.byPartner')}
        columns={columns}
        rows={whole ? rows : rows.slice(0, AT_FIRST)}
        rowKey={(row) => row.partnerId}
        onOpen={setOpened}
        empty={<p className={classes.soft}>{t('history.nobody')}</p>}
      />
      {!whole && rows.length > AT_FIRST ? (
        <Button variant="default" mt={16} onClick={() => setWhole(true)}>
          {t('history.more_rows', { count: rows.length })}
        </Button>
      ) : null}
      {opened ? (
        <TrialSales
          question={question}
          partner={{ id: opened.partnerId, name: opened.partnerName }}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Section>
  );
}
