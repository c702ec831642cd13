import { ClassBadge, Section, Sentence, useWords, type ReportingClass } from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { MeasureChange } from './MeasureChange.tsx';
import { MeasureFigure, type Channel, type Measure, type Window } from './MeasureFigure.tsx';
import classes from './channel.module.css';

interface Props {
  readonly channel: Channel;
  readonly window: Window;
}

/** Three books side by side, and nothing under them: they are not to be added (S2.3). */
export function ChannelBoxes({ channel, window }: Props) {
  const t = useWords('insight');
  const { direct, metrics } = channel;
  return (
    <Section title={t('boxes.title')} note={t('boxes.note')}>
      <div className={classes.boxes}>
        {channel.boxes.map((box) => {
          const share = metrics.shares.find((one) => one.class === box.class);
          return (
            <article key={box.class} className={classes.box} aria-label={t(`book.${box.class}`)}>
              <div>
                <ClassBadge of={box.class as ReportingClass} />
                <p className={classes.what}>{t(`boxes.what.${box.class}`)}</p>
              </div>
              <div>
                <div className={classes.paid}>
                  <MeasureFigure measure={box.paid} window={window} />
                </div>
                <MeasureChange measure={box.paid} />
              </div>
              <dl className={classes.lines}>
                <Line label={t('boxes.clients')} measure={box.clients} window={window} />
                <Line label={t('boxes.cost')} measure={box.cost} window={window}>
                  <Sentence
                    text={t('boxes.costShare')}
                    parts={{ share: <MeasureFigure measure={box.costShare} window={window} /> }}
                  />
                </Line>
                <Line label={t('boxes.refunds')} measure={box.refunds} window={window} />
                {share ? <Line label={t('boxes.share')} measure={share} window={window} /> : null}
                {box.class === 'referral' ? (
                  <Line label={t('boxes.capacity')} measure={metrics.referralCapacity} window={window}>
                    {t('boxes.capacityOf', {
                      n: metrics.referralCapacity.n,
                      of: metrics.referralCapacity.of,
                    })}
                  </Line>
                ) : null}
              </dl>
            </article>
          );
        })}
      </div>
      <p className={classes.aside}>
        <Sentence
          text={t('boxes.direct')}
          parts={{
            paid: <MeasureFigure measure={direct.paid} window={window} />,
            clients: <MeasureFigure measure={direct.clients} window={window} />,
          }}
        />
      </p>
    </Section>
  );
}

interface LineProps {
  readonly label: string;
  readonly measure: Measure;
  readonly window: Window;
  /** Said under the number instead of how it was before. */
  readonly children?: ReactNode;
}

function Line({ label, measure, window, children }: LineProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <MeasureFigure measure={measure} window={window} />
        {children ? (
          <span className={classes.change}>{children}</span>
        ) : (
          <MeasureChange measure={measure} bare />
        )}
      </dd>
    </div>
  );
}
