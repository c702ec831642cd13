import { Figures, Section, useWords } from '@mosty/ui-kit';
import type { Channel } from './ChannelScreen.tsx';
import { MeasureBefore, MeasureFigure, type Measure, type Window } from './MeasureFigure.tsx';

/** Whether the network works, and whether it pays back: each beside the mark it is measured by. */
export function ChannelHealth({ channel: { metrics }, window }: { channel: Channel; window: Window }) {
  const t = useWords('insight');
  const figure = (measure: Measure, note?: string) => ({
    label: measure.class
      ? `${t(`metric.${measure.metric}`)}: ${t(`book.${measure.class}`)}`
      : t(`metric.${measure.metric}`),
    value: <MeasureFigure measure={measure} window={window} />,
    note: note ?? <MeasureBefore measure={measure} />,
  });
  return (
    <>
      <Section title={t('health.network')} note={t('health.networkNote')}>
        <Figures
          label={t('health.network')}
          items={[
            figure(metrics.active, t('health.active')),
            figure(metrics.timeToFirstSale),
            figure(metrics.concentration),
            figure(
              metrics.payback.measure,
              t('health.payback', {
                within: metrics.payback.withinReasonable,
                notYet: metrics.payback.notYet,
              }),
            ),
            figure(metrics.referralCapacity, t('health.capacity')),
          ]}
        />
      </Section>
      <Section title={t('health.clients')} note={t('health.clientsNote')}>
        <Figures
          label={t('health.clients')}
          items={[...metrics.checks, ...metrics.clientValues].map((measure) => figure(measure))}
        />
      </Section>
    </>
  );
}
