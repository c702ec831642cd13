import { Button, Select } from '@mantine/core';
import { addMonths, firstDay, monthOf } from '@mosty/kernel/time';
import {
  Answer,
  Count,
  DataTable,
  Loaded,
  Money,
  PageLink,
  paths,
  Section,
  TableSkeleton,
  useFormat,
  useRead,
  useToday,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { tryOnHistory, type Terms } from '../contract.ts';
import classes from './incentives.module.css';

type Tried = AnswerOf<typeof tryOnHistory>;
type Row = Tried['agreements'][number];
const CLASSES = ['partner_sales', 'referral', 'alliance'] as const;

/** «Проверить на истории»: what whole past months would have cost under the terms, partner by partner. */
export function TryOnHistory({ terms }: { terms: Terms }) {
  const t = useWords('incentives');
  const today = useToday();
  const [of, setOf] = useState<(typeof CLASSES)[number]>('partner_sales');
  const [months, setMonths] = useState(3);
  const [asked, setAsked] = useState(false);
  const to = firstDay(monthOf(today));
  const from = firstDay(addMonths(monthOf(today), -months));
  const read = useRead(tryOnHistory, { body: { terms, class: of, from, to } }, { enabled: asked });
  return (
    <Section title={t('trial.title')} note={t('trial.note')}>
      <div className={classes.actions} style={{ alignItems: 'flex-end' }}>
        <Select
          label={t('trial.class')}
          data={CLASSES.map((value) => ({ value, label: t(`accruals.classes.${value}`) }))}
          value={of}
          allowDeselect={false}
          onChange={(value) => setOf(CLASSES.find((one) => one === value) ?? 'partner_sales')}
        />
        <Select
          label={t('trial.months')}
          data={[1, 3, 6, 12].map((count) => ({
            value: String(count),
            label: t('trial.monthsCount', { count }),
          }))}
          value={String(months)}
          allowDeselect={false}
          onChange={(value) => setMonths(Number(value))}
        />
        {asked ? null : <Button onClick={() => setAsked(true)}>{t('trial.run')}</Button>}
      </div>
      {asked ? (
        <Loaded read={read} skeleton={<TableSkeleton columns={5} />}>
          {(tried) => <Result tried={tried} from={from} to={to} />}
        </Loaded>
      ) : null}
    </Section>
  );
}

function Result({ tried, from, to }: { tried: Tried; from: string; to: string }) {
  const t = useWords('incentives');
  const format = useFormat();
  const { currency, agreements } = tried;
  const sum = (pick: (row: Row) => number) => agreements.reduce((total, row) => total + pick(row), 0);
  const was = sum((row) => row.wasMinor);
  const becomes = sum((row) => row.becomesMinor);
  const money = (minor: number) => format.money(minor, { currency });
  const lastDay = new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const figure = (minor: number, signed = false) => (
    <Money minor={minor} currency={currency} signed={signed} tone={minor === 0 ? 'dim' : 'plain'} />
  );
  const columns: readonly Column<Row>[] = [
    {
      id: 'partner',
      title: t('trial.partner'),
      cell: (row) => (
        <PageLink to={paths.partner({ partnerId: row.partnerId })} look="quiet">
          {row.partnerName}
        </PageLink>
      ),
    },
    {
      id: 'brought',
      title: t('trial.brought'),
      cell: (row) => (
        <>
          {figure(row.salesMinor)}
          <span className={classes.purpose}>{t('trial.sales', { count: row.sales })}</span>
        </>
      ),
      align: 'right',
      narrow: 'line',
    },
    { id: 'was', title: t('trial.was'), cell: (row) => figure(row.wasMinor), align: 'right', narrow: 'line' },
    {
      id: 'becomes',
      title: t('trial.becomes'),
      cell: (row) => figure(row.becomesMinor),
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'difference',
      title: t('trial.difference'),
      cell: (row) => figure(row.becomesMinor - row.wasMinor, true),
      align: 'right',
      narrow: 'value',
    },
  ];
  if (agreements.length === 0) return <p className={classes.soft}>{t('trial.none')}</p>;
  const key = becomes > was ? 'trial.more' : becomes < was ? 'trial.less' : 'trial.same';
  const others = tried.otherCurrencySales;
  return (
    <>
      <div className={classes.above}>
        <Answer
          note={
            <>
              {t('trial.window', { from: format.when(from), to: format.when(lastDay) })}{' '}
              {others > 0 ? t('trial.others', { count: others }) : null}
            </>
          }
        >
          {t(key, { sum: money(Math.abs(becomes - was)), was: money(was), becomes: money(becomes) })}
        </Answer>
      </div>
      <DataTable
        label={t('trial.title')}
        columns={columns}
        rows={agreements}
        rowKey={(row) => row.agreementId}
        totals={{
          partner: <Count value={agreements.length} />,
          was: figure(was),
          becomes: figure(becomes),
          difference: figure(becomes - was, true),
        }}
      />
    </>
  );
}
