import { ClassBadge, Section, useWords, type ReportingClass } from '@mosty/ui-kit';
import type { Channel } from './ChannelScreen.tsx';
import { MeasureBefore, MeasureFigure, type Window } from './MeasureFigure.tsx';
import classes from './channel.module.css';

/** Three books side by side, and nothing under them: they are not to be added (S2.3). */
export function ChannelBoxes({ channel, window }: { channel: Channel; window: Window }) {
  const t = useWords('insight');
  return (
    <Section title={t('boxes.title')} note={t('boxes.note')}>
      <div className={classes.boxes}>
        {channel.boxes.map((box) => (
          <article key={box.class} className={classes.box} aria-label={t(`book.${box.class}`)}>
            <ClassBadge of={box.class as ReportingClass} />
            <p className={classes.what}>{t(`boxes.what.${box.class}`)}</p>
            <div className={classes.paid}>
              <MeasureFigure measure={box.paid} window={window} />
            </div>
            <MeasureBefore measure={box.paid} />
            <dl className={classes.lines}>
              <div>
                <dt>{t('boxes.clients')}</dt>
                <dd>
                  <MeasureFigure measure={box.clients} window={window} />
                </dd>
              </div>
              <div>
                <dt>{t('boxes.refunds')}</dt>
                <dd>
                  <MeasureFigure measure={box.refunds} window={window} />
                </dd>
              </div>
              <div>
                <dt>{t('boxes.cost')}</dt>
                <dd>
                  <MeasureFigure measure={box.cost} window={window} />
                </dd>
              </div>
            </dl>
          </article>
        ))}
      </div>
      <p className={classes.direct}>
        {t('boxes.direct')} <MeasureFigure measure={channel.direct.paid} window={window} />,{' '}
        {t('boxes.directClients')} <MeasureFigure measure={channel.direct.clients} window={window} />
      </p>
    </Section>
  );
}
