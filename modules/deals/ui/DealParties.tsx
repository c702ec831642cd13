import type { DealRow } from '@mosty/insight/contract';
import { Badge, PageLink, paths, useWords } from '@mosty/ui-kit';
import classes from './deals.module.css';

/** Who took part: the one who brought first, the others with their roles; or why nobody is credited. */
export function DealParties({ row }: { row: DealRow }) {
  const t = useWords('deals');
  const attribution = useWords('attribution');
  if (row.who.length === 0) {
    if (!row.uncredited) return <span className={classes.direct}>{t('deals.direct')}</span>;
    return (
      <span title={attribution(`reason.${row.uncredited.code}`, row.uncredited.params)}>
        <Badge tone="warn">{t('deals.uncredited')}</Badge>
      </span>
    );
  }
  return (
    <span className={classes.parties}>
      {row.who.map((party) => (
        <span key={`${party.partnerId}-${party.role}`}>
          <PageLink to={paths.partner({ partnerId: party.partnerId })} look="quiet">
            {party.partnerName}
          </PageLink>
          {party.role === 'source' ? null : (
            <span className={classes.role}> {attribution(`role.${party.role}`)}</span>
          )}
        </span>
      ))}
    </span>
  );
}
