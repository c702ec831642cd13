import { Money, PageLink, paths, useWords } from '@mosty/ui-kit';
import type { LedgerTransaction } from '../contract.ts';
import classes from './ledger.module.css';

/** The accounts that a movement touched. A plus is a debit: less owed, or more spent. */
export function Entries({ of }: { of: LedgerTransaction }) {
  const t = useWords('ledger');
  return (
    <dl className={classes.entries}>
      {of.entries.map((entry) => (
        <div key={`${entry.account} ${entry.partnerId ?? ''} ${entry.currency} ${entry.amountMinor}`}>
          <dt>
            {entry.partnerId ? (
              <>
                <PageLink
                  look="quiet"
                  to={paths.ledger({ partner: entry.partnerId, account: entry.account })}
                >
                  {t(`account.${entry.account}`)}
                </PageLink>
                {entry.partnerName ? (
                  <div className={classes.whose}>
                    <PageLink
                      look="quiet"
                      to={paths.partner({ partnerId: entry.partnerId }, { tab: 'money' })}
                    >
                      {entry.partnerName}
                    </PageLink>
                  </div>
                ) : null}
              </>
            ) : (
              t(`account.${entry.account}`)
            )}
          </dt>
          <dd>
            <Money
              minor={entry.amountMinor}
              currency={entry.currency}
              signed
              tone={entry.amountMinor < 0 ? 'dim' : 'plain'}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
