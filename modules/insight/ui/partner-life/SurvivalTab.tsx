import {
  DataTable,
  Figures,
  Loaded,
  Section,
  Sentence,
  useFormat,
  useRead,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import type { ReportingClass } from '../../contract/class.ts';
import { CURVES, readSurvival, type Curve, type CurveOf } from '../../contract/partner-life.ts';
import { NobodyYet } from './FirstSaleTab.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { ReportNumber } from './ReportNumber.tsx';
import { Share } from './Share.tsx';
import { SurvivalChart } from './SurvivalChart.tsx';
import classes from './partner-life.module.css';

type Found = AnswerOf<typeof readSurvival>;
const HALF_YEAR = 180;

/** How long partners sell and their clients pay, beside those who came by themselves: watched, not guessed. */
export default function SurvivalTab({ book }: { readonly book: ReportingClass }) {
  const read = useRead(readSurvival, { query: { class: book } });
  return <Loaded read={read}>{(found) => <Told found={found} book={book} />}</Loaded>;
}

function Told({ found, book }: { readonly found: Found; readonly book: ReportingClass }) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const rule = t('survival.rule', { days: found.silenceDays, n: found.neededN });
  const curveOf = (of: CurveOf): Curve =>
    found.curves.find((curve) => curve.of === of) ?? {
      of,
      n: 0,
      stopped: 0,
      medianDays: null,
      endsAbove: false,
      points: [],
    };
  const opens = (of: CurveOf, shown: string) => (
    <ReportNumber
      report="survival"
      part={of}
      book={book}
      n={curveOf(of).n}
      title={t(`survival.of.${of}`)}
      rule={rule}
      window={found.window}
    >
      {shown}
    </ReportNumber>
  );
  const after = (of: CurveOf) => {
    const point = curveOf(of).points.find(({ day }) => day === HALF_YEAR);
    return opens(of, point ? format.percent(point.goOnPpm, { digits: 0 }) : t('fewShort'));
  };
  const partners = curveOf('partners');
  const told = partners.points.some(({ day }) => day === HALF_YEAR);
  const nobody = found.curves.every(({ n }) => n === 0) && found.neverSold === 0;
  return (
    <ReportFrame
      report="survival"
      part="partners"
      book={book}
      title={t('survival.title')}
      answer={
        told ? (
          <Sentence
            text={t('survival.answer')}
            parts={{ partners: after('partners'), clients: after('clients'), direct: after('direct') }}
          />
        ) : nobody ? null : (
          t('survival.answerFew', { n: found.neededN })
        )
      }
      rule={rule}
      window={found.window}
    >
      {nobody ? (
        <NobodyYet />
      ) : (
        <>
          <Figures
            items={CURVES.map((of) => {
              const { n, stopped, medianDays, endsAbove, points } = curveOf(of);
              return {
                label: t(`survival.figure.${of}`),
                value: opens(of, format.count(n)),
                note: [
                  t('survival.stopped', { stopped }),
                  ...(medianDays !== null
                    ? [t('survival.median', { days: medianDays })]
                    : points.length === 0
                      ? [t('fewShort')]
                      : [t(endsAbove ? 'survival.noMedian' : 'survival.halfUntold')]),
                ].join(', '),
              };
            })}
          />
          <Section title={t('survival.chart')} note={t('survival.note')}>
            <SurvivalChart curves={found.curves} />
            <p className={classes.soft}>
              {t('survival.unseen', {
                never: found.neverSold,
                young: found.tooYoung,
                days: found.silenceDays,
              })}
            </p>
            <Points curves={found.curves} />
          </Section>
        </>
      )}
    </ReportFrame>
  );
}

function Points({ curves }: { readonly curves: readonly Curve[] }) {
  const t = useWords('insight-partner-life');
  const days = [...new Set(curves.flatMap(({ points }) => points.map(({ day }) => day)))].sort(
    (a, b) => a - b,
  );
  const columns: readonly Column<number>[] = [
    { id: 'day', title: t('survival.day'), narrow: 'title', cell: (day) => day },
    ...curves.map(
      (curve): Column<number> => ({
        id: curve.of,
        title: t(`survival.of.${curve.of}`),
        align: 'right',
        narrow: 'line',
        cell: (day) => {
          const point = curve.points.find((one) => one.day === day);
          if (!point) return '';
          return (
            <>
              <Share ppm={point.goOnPpm} />{' '}
              <span className={classes.soft}>
                {t('survival.atRisk')} {point.atRisk}
              </span>
            </>
          );
        },
      }),
    ),
  ];
  return (
    <details className={classes.behind}>
      <summary>{t('table')}</summary>
      <DataTable label={t('survival.chart')} columns={columns} rows={days} rowKey={(day) => `${day}`} />
    </details>
  );
}
