import { useLanguage, useMe } from '@mosty/ui-kit';
import type { Terms } from '../contract.ts';
import { useSay } from './say.ts';
import { termsSentences } from './terms-sentences.ts';
import classes from './incentives.module.css';

/** Terms as a person would say them, one sentence a line. */
export function TermsInWords({ terms }: { terms: Terms }) {
  const say = useSay();
  const language = useLanguage();
  const { workspace } = useMe();
  return (
    <ul className={classes.says}>
      {termsSentences(say, terms, workspace.currency, language).map(({ text, lines }) => (
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
