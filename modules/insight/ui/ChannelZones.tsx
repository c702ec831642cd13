import { Section, useWords } from '@mosty/ui-kit';
import type { Channel } from './ChannelScreen.tsx';
import { MeasureFigure, type Window } from './MeasureFigure.tsx';
import classes from './channel.module.css';

const ZONES = ['money', 'influence', 'illusion'] as const;

/** Where the money is, where the influence is, where it only looks like movement (S2.34). */
export function ChannelZones({ channel: { zones }, window }: { channel: Channel; window: Window }) {
  const t = useWords('insight');
  return (
    <Section title={t('zones.title')} note={t('zones.note')}>
      <div className={classes.zones}>
        {ZONES.map((zone) => (
          <div key={zone} data-zone={zone} className={classes.zone}>
            <h3>{t(`zones.${zone}`)}</h3>
            {zones[zone].length > 0 ? (
              <dl className={classes.lines}>
                {zones[zone].map((measure) => (
                  <div key={`${measure.metric}-${measure.class ?? ''}`}>
                    <dt>
                      {t(`metric.${measure.metric}`)}
                      {measure.class ? (
                        <span className={classes.ofClass}>{t(`bookShort.${measure.class}`)}</span>
                      ) : null}
                    </dt>
                    <dd>
                      <MeasureFigure measure={measure} window={window} />
                    </dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p className={classes.what}>{t(`zones.none.${zone}`)}</p>
            )}
          </div>
        ))}
      </div>
    </Section>
  );
}
