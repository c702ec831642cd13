import { PageLink, paths, Section, Sentence, useFormat, useMay, useWords } from '@mosty/ui-kit';
import { MarkScale } from './MarkScale.tsx';
import { MeasureChange } from './MeasureChange.tsx';
import { MeasureFigure, type Channel, type Measure, type Window } from './MeasureFigure.tsx';
import { PaybackBars } from './PaybackBars.tsx';
import classes from './channel.module.css';

/** Whether the network sells, how soon, on how many it rests, and whether it pays back (S3.29, S3.31, S3.34). */
export function ChannelNetwork({ channel, window }: { channel: Channel; window: Window }) {
  const t = useWords('insight-details');
  const format = useFormat();
  const mayRecordCosts = useMay('cost.record');
  const { active, timeToFirstSale, concentration, payback } = channel.metrics;
  const { params } = active.rule;
  const ppmOf = (name: string): number => Number(params[name] ?? 0);
  const said = (measure: Measure, note: string) => (
    <div className={classes.fact}>
      <dd className={classes.factValue}>
        <MeasureFigure measure={measure} window={window} />
      </dd>
      <dt>{note}</dt>
    </div>
  );
  return (
    <Section title={t('network.title')} note={t('network.note')}>
      {active.value === null ? (
        <p className={classes.what}>{t('network.nobody')}</p>
      ) : (
        <div className={classes.active}>
          <p className={classes.sentence}>
            <Sentence
              text={t('network.active', { count: active.n, days: active.window.days, working: active.of })}
              parts={{ share: <MeasureFigure measure={active} window={window} /> }}
            />{' '}
            <MeasureChange measure={active} bare />
          </p>
          <MarkScale
            ppm={active.value}
            marks={[
              { ppm: ppmOf('deadPpm'), below: t('network.dead') },
              { ppm: ppmOf('basePpm'), below: t('network.weak') },
              { ppm: ppmOf('strongPpm'), below: t('network.base') },
            ]}
            above={t('network.strong')}
          />
        </div>
      )}
      <dl className={classes.facts}>
        {said(timeToFirstSale, t('network.first', { n: timeToFirstSale.n, of: timeToFirstSale.of }))}
        {said(
          concentration,
          t('network.top', { month: format.when(concentration.window.from.slice(0, 7), 'month') }),
        )}
        {payback.measure.of === 0 ? (
          <div className={classes.fact}>
            <dd className={classes.factValue}>
              <MeasureFigure measure={payback.measure} window={window} />
            </dd>
            <dt>
              {t('network.noInvestment')}{' '}
              {mayRecordCosts ? <PageLink to={paths.costs()}>{t('network.toCosts')}</PageLink> : null}
            </dt>
          </div>
        ) : (
          said(payback.measure, t('network.payback', { n: payback.measure.n, of: payback.measure.of }))
        )}
      </dl>
      <PaybackBars payback={payback} />
    </Section>
  );
}
