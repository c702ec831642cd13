import { Section, Sentence, useWords } from '@mosty/ui-kit';
import { MeasureFigure, type Channel, type Window } from './MeasureFigure.tsx';
import classes from './channel.module.css';

const ZONES = ['money', 'influence', 'illusion'] as const;

/** Where the money is, where the influence is, where it only looks like movement (S2.34). */
export function ChannelZones({ channel: { zones }, window }: { channel: Channel; window: Window }) {
  const t = useWords('insight-details');
  return (
    <Section title={t('zones.title')} note={t('zones.note')}>
      <div className={classes.zones}>
        {ZONES.map((zone) => {
          const lines = zones[zone].filter((measure) => measure.value !== 0);
          return (
            <div key={zone} className={classes.zone} data-zone={zone}>
              <h3>{t(`zones.${zone}`)}</h3>
              {lines.length > 0 ? (
                <ul className={classes.said}>
                  {lines.map((measure) => (
                    <li key={`${measure.metric}-${measure.class ?? ''}`}>
                      <Sentence
                        text={t(`zones.${measure.metric}`, { count: measure.n })}
                        parts={{ n: <MeasureFigure measure={measure} window={window} /> }}
                      />
                      {measure.class ? (
                        <div className={classes.small}>{t(`insight:book.${measure.class}`)}</div>
                      ) : null}
                    </li>
                  ))}
                </ul>
              ) : (
                <p className={classes.what}>{t(`zones.none.${zone}`)}</p>
              )}
            </div>
          );
        })}
      </div>
    </Section>
  );
}
