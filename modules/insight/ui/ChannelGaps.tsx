import { Section, Sentence, useWords } from '@mosty/ui-kit';
import { MeasureFigure, type Channel, type Window } from './MeasureFigure.tsx';
import classes from './channel.module.css';

/** What this report does not know (S0.57): said before somebody else finds it. */
export function ChannelGaps({ channel, window }: { channel: Channel; window: Window }) {
  const t = useWords('insight-details');
  const { gaps, otherCurrencies, currency } = channel;
  if (gaps.length === 0 && otherCurrencies.length === 0) {
    return (
      <Section title={t('gaps.title')}>
        <p className={classes.what}>{t('gaps.none')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('gaps.title')} note={t('gaps.note')}>
      <ul className={classes.gaps}>
        {gaps.map((gap) => (
          <li key={`${gap.metric}-${gap.class ?? ''}`}>
            <Sentence
              text={t(`gaps.${gap.metric}`, { count: gap.n })}
              parts={{ n: <MeasureFigure measure={gap} window={window} /> }}
            />
            {gap.class ? <span className={classes.small}> {t(`insight:book.${gap.class}`)}</span> : null}
          </li>
        ))}
        {otherCurrencies.length > 0 ? (
          <li>{t('gaps.otherCurrency', { currencies: otherCurrencies.join(', '), currency })}</li>
        ) : null}
      </ul>
    </Section>
  );
}
