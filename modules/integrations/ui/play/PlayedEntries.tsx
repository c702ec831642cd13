import { Money, useWords } from '@mosty/ui-kit';
import type { Play } from '../PlayScreen.tsx';
import classes from './play.module.css';

/** Each movement by its accounts, in the words of the ledger. */
export function PlayedEntries({ movements }: { movements: Play['ledger'] }) {
  const t = useWords('ledger');
  return movements.map(({ id, entries }) => (
    <dl key={id} className={classes.entries}>
      {entries.map(({ account, partnerName, amountMinor, currency }) => (
        <div key={`${account} ${partnerName ?? ''}`}>
          <dt>
            {t(`account.${account}`)}
            {partnerName ? <span className={classes.whose}>{partnerName}</span> : null}
          </dt>
          <dd>
            <Money minor={amountMinor} currency={currency} signed tone={amountMinor < 0 ? 'dim' : 'plain'} />
          </dd>
        </div>
      ))}
    </dl>
  ));
}
