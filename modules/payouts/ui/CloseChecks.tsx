import { Badge, PageLink, paths, useWords } from '@mosty/ui-kit';
import type { CloseCheck } from '../contract.ts';
import classes from './payouts.module.css';

/** Where what a line of the checklist counts can be looked at and finished. */
const PAGES: Readonly<Partial<Record<CloseCheck['code'], () => string>>> = {
  earlier_months_closed: () => paths.monthClose(),
  nothing_to_approve: () => paths.accruals({ state: 'pending' }),
  refunds_matched: () => paths.refunds({ state: 'unmatched' }),
  sales_credited: () => paths.deals({ state: 'uncredited' }),
  payouts_finished: () => paths.payouts(),
};

/** What is left before a month is closed: what forbids it, and what somebody would want to look at first. */
export function CloseChecks({ checks }: { checks: readonly CloseCheck[] }) {
  const t = useWords('payouts');
  return (
    <ul className={classes.checks}>
      {checks.map(({ code, holds, blocks, count }) => {
        const words = t(`${holds ? 'check' : 'unfinished'}.${code}`, { count });
        const page = holds ? undefined : PAGES[code]?.();
        return (
          <li key={code}>
            <Badge tone={holds ? 'plain' : blocks ? 'risk' : 'warn'}>
              {t(holds ? 'close.done' : blocks ? 'close.blocks' : 'close.look')}
            </Badge>
            {page ? <PageLink to={page}>{words}</PageLink> : <span>{words}</span>}
          </li>
        );
      })}
    </ul>
  );
}
