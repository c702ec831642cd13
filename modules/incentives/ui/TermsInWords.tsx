import { useLanguage, useMe } from '@mosty/ui-kit';
import type { Terms } from '../contract.ts';
import { useSay } from './say.ts';
import { termsSentences } from './terms-sentences.ts';
import classes from './incentives.module.css';

/** Terms as a person would say them, one sentence a line. */
export function TermsInWords({ terms }: { terms: Terms }) {
  const { workspace } = useMe();
  return <TermsLines terms={terms} currency={workspace.currency} />;
}

/** The same where nobody has signed in: the currency is told. */
export function TermsLines({ terms, currency }: { terms: Terms; currency: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className={classes.says}>
      {termsSentences(say, terms, currency, language).map(({ text, lines }) => (
        <li key={text}>
          {text}
          {lines ? (
            <ul className={classes.levels}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
