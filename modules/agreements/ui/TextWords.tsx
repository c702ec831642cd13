import { useFormat, useLanguage, useWords } from '@mosty/ui-kit';
import type { CompanyText, PartnerText } from '../contract.ts';
import classes from './agreements.module.css';

/** A text folded behind its title, and what the company said of it. */
export function TextWords({ text }: { text: CompanyText }) {
  const t = useWords('agreements');
  const format = useFormat();
  const language = useLanguage();
  const { ours, publishedAt, version } = text;
  return (
    <>
      <p className={classes.small}>
        {publishedAt ? t('texts.version', { version, when: format.when(publishedAt) }) : t('texts.shipped')}
      </p>
      {text.kind === 'personal_data' ? null : (
        <p className={ours ? classes.small : classes.wanting}>
          {ours
            ? t('texts.ours', { person: ours.person, when: format.when(ours.saidAt) })
            : t('texts.oursMissing')}
        </p>
      )}
      <details>
        <summary>{t('rules.show')}</summary>
        <p className={classes.wholeText}>{text.words[language].body}</p>
      </details>
    </>
  );
}

/** What the partner's people said of it. */
export function TheirWord({ text }: { text: PartnerText }) {
  const t = useWords('agreements');
  const format = useFormat();
  const { theirs, withdrawnAt } = text;
  if (theirs)
    return (
      <p>
        {t('texts.theirs', { person: theirs.person, when: format.when(theirs.saidAt) })}
        {theirs.evidence ? (
          <span className={classes.small}> {t('texts.known', { evidence: theirs.evidence })}</span>
        ) : null}
      </p>
    );
  return (
    <p className={classes.wanting}>
      {withdrawnAt ? t('texts.withdrawn', { when: format.when(withdrawnAt) }) : t('texts.theirsMissing')}
    </p>
  );
}
