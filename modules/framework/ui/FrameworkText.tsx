import { Section, useLanguage, useWords } from '@mosty/ui-kit';
import type { FrameworkBody } from '../contract.ts';
import { useThresholdWords } from './threshold-words.ts';
import classes from './framework.module.css';

const PARTS = ['who', 'expect', 'give'] as const;

/** Kinds, tracks and thresholds, as everybody reads them. */
export function FrameworkText({ body }: { body: FrameworkBody }) {
  const t = useWords('framework');
  const language = useLanguage();
  const say = useThresholdWords();
  return (
    <>
      <Section title={t('kinds.title')} note={t('kinds.note')}>
        <div className={classes.kinds}>
          {body.kinds.map((entry) => (
            <article key={entry.kind} className={classes.kind}>
              <h3 className={classes.name}>{t(`agreements:kind.${entry.kind}`)}</h3>
              <dl className={classes.parts}>
                {PARTS.map((part) => (
                  <div key={part}>
                    <dt>{t(`kinds.${part}`)}</dt>
                    <dd>{entry[language][part]}</dd>
                  </div>
                ))}
              </dl>
            </article>
          ))}
        </div>
      </Section>
      <Section title={t('tracks.title')} note={t('tracks.note')}>
        <div className={classes.tracks}>
          {body.tracks.map((entry) => (
            <article key={entry.track}>
              <h3 className={classes.name}>{t(`tracks.${entry.track}`)}</h3>
              <p className={classes.soft}>{t('tracks.touches', { count: entry.touchesAMonth })}</p>
              <ul className={classes.items}>
                {entry[language].map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </article>
          ))}
        </div>
      </Section>
      <Section title={t('thresholds.title')} note={t('thresholds.note')}>
        <ul className={classes.items}>
          {body.thresholds.map((rule) => (
            <li key={rule.code}>{say(rule)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
