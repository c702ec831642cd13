import { Answer, DataTable, LinesSkeleton, Section, useFormat, useWords, type Column } from '@mosty/ui-kit';
import { lazy, Suspense } from 'react';
import { WAYS, type Risk } from './risk-answer.ts';
import classes from './trial.module.css';

const RiskPicture = lazy(() => import('./RiskPicture.tsx'));

/** The sentence first, on what it stands, then what each side risks, then its shape. */
export function RiskTold({ risk, months }: { risk: Risk; months: number }) {
  const t = useWords('incentives-trial');
  const format = useFormat();
  const { currency } = risk;
  const money = (minor: number) => format.money(minor, { currency, precision: 'whole' });
  const counts = {
    partners: format.count(risk.partners),
    partnerMonths: format.count(risk.partnerMonths),
    months: format.count(risk.partnerMonths),
  };
  const rows = WAYS.map((way) => ({ way, ...risk[way] }));
  type Row = (typeof rows)[number];
  const between = (
    of: { p10: number; p50: number; p90: number },
    said: (value: number) => string,
    more?: string,
  ) => (
    <span className={classes.two}>
      {said(of.p50)}
      <span className={classes.soft}>
        {[t('risk.between', { from: said(of.p10), to: said(of.p90) }), more].filter(Boolean).join(', ')}
      </span>
    </span>
  );
  const columns: readonly Column<Row>[] = [
    { id: 'way', title: t('risk.way'), cell: ({ way }) => t(`risk.${way}`) },
    {
      id: 'paid',
      title: t('risk.paid'),
      align: 'right',
      narrow: 'line',
      cell: ({ paid }) => between(paid, money),
    },
    {
      id: 'unsold',
      title: `${t('risk.company')}: ${t('risk.unsold').toLowerCase()}`,
      align: 'right',
      narrow: 'line',
      cell: ({ unsold }) => between(unsold, money),
    },
    {
      id: 'thin',
      title: `${t('risk.partner')}: ${t('risk.thin').toLowerCase()}`,
      align: 'right',
      narrow: 'line',
      cell: ({ thin }) =>
        between(thin, format.count, t('risk.thinOf', { months: format.count(risk.monthsAhead) })),
    },
  ];
  return (
    <>
      <div className={classes.above}>
        <Answer
          tone={risk.isEnough ? 'plain' : 'warn'}
          note={[
            risk.isEnough ? '' : t('risk.few', counts),
            t('risk.basis', {
              ...counts,
              from: format.when(risk.from, 'month'),
              to: format.when(risk.to, 'month'),
              runs: format.count(risk.runs),
            }),
            risk.leftOut > 0 ? t('risk.leftOut', { partners: format.count(risk.leftOut) }) : '',
            t('risk.assumed'),
          ]
            .filter(Boolean)
            .join(' ')}
        >
          {t('risk.answer', {
            months,
            p10: money(risk.hybrid.paid.p10),
            p50: money(risk.hybrid.paid.p50),
            p90: money(risk.hybrid.paid.p90),
            flat10: money(risk.flat.paid.p10),
            flat50: money(risk.flat.paid.p50),
            flat90: money(risk.flat.paid.p90),
          })}{' '}
          {t('risk.dearer', {
            share: format.percent(Math.round((risk.hybridDearer / risk.runs) * 1_000_000), { digits: 0 }),
          })}{' '}
          {risk.equalRatePpm === null
            ? null
            : t('risk.equal', { rate: format.percent(risk.equalRatePpm, { digits: 1 }) })}
        </Answer>
      </div>
      <Section title={t('risk.sides')} note={t('risk.sidesNote')}>
        <DataTable label={t('risk.sides')} columns={columns} rows={rows} rowKey={({ way }) => way} />
      </Section>
      <Section title={t('risk.picture')} note={t('risk.pictureNote', { runs: format.count(risk.runs) })}>
        <Suspense fallback={<LinesSkeleton lines={6} />}>
          <RiskPicture risk={risk} />
        </Suspense>
      </Section>
    </>
  );
}
