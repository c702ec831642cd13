import { useWords } from '../language.ts';
import { asRefusal } from '../refusal.ts';
import { wordsOfRefusal } from '../refusal-words.ts';
import classes from './RefusalNotice.module.css';

interface Props {
  /** What was thrown; nothing is shown for null. */
  readonly refusal: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** Why not, what would change it, who can help. Never a bare code; a fault shows the id to quote. */
export function RefusalNotice({ refusal, onRetry }: Props) {
  const t = useWords('kit');
  if (refusal === null || refusal === undefined) return null;
  const said = asRefusal(refusal);
  const words = wordsOfRefusal(t, said);
  const retry = onRetry && (said.kind === 'upstream' || said.kind === 'fault');
  return (
    <div className={classes.notice} role="alert" data-kind={said.kind}>
      <p className={classes.what}>{words.what}</p>
      {words.change ? <p className={classes.line}>{words.change}</p> : null}
      {words.who ? <p className={classes.line}>{words.who}</p> : null}
      {said.faultId ? (
        <p className={classes.line}>
          {t('refusal.faultId')} <code className={classes.code}>{said.faultId}</code>
        </p>
      ) : null}
      {retry ? (
        <button type="button" className={classes.retry} onClick={onRetry}>
          {t('refusal.retry')}
        </button>
      ) : null}
    </div>
  );
}
