import { Section, useWords } from '@mosty/ui-kit';
import type { Channel } from './ChannelScreen.tsx';
import { MeasureFigure, type Window } from './MeasureFigure.tsx';
import classes from './channel.module.css';

/** What this report does not know (S0.57): said before somebody else finds it. */
export function ChannelGaps({ channel: { gaps }, window }: { channel: Channel; window: Window }) {
  const t = useWords('insight');
  const open = gaps.filter((gap) => gap.value !== 0);
  return (
    <Section title={t('gaps.title')}>
      {open.length > 0 ? (
        <dl className={classes.lines}>
          {open.map((measure) => (
            <div key={measure.metric}>
              <dt>{t(`metric.${measure.metric}`)}</dt>
              <dd>
                <MeasureFigure measure={measure} window={window} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className={classes.what}>{t('gaps.none')}</p>
      )}
    </Section>
  );
}
