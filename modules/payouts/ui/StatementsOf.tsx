import { PageLink, paths, Sentence, useWords } from '@mosty/ui-kit';
import type { MonthShown } from '../contract.ts';
import { STATEMENT_STATES } from './StatementsScreen.tsx';
import classes from './payouts.module.css';

/** How far the statements of a closed month have come, each count opening to them. */
export function StatementsOf({ month: { month, statements } }: { month: MonthShown }) {
  const t = useWords('payouts');
  const found = STATEMENT_STATES.filter((state) => (statements[state] ?? 0) > 0);
  if (found.length === 0) return null;
  return (
    <p className={classes.statements}>
      {t('close.statements')}
      {found.map((state) => (
        <span key={state}>
          <Sentence
            text={t(`close.statementsIn.${state}`)}
            parts={{ n: <PageLink to={paths.statements({ month, state })}>{statements[state]}</PageLink> }}
          />
        </span>
      ))}
    </p>
  );
}
