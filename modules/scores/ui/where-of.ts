import { paths } from '@mosty/ui-kit';
import type { Row, RowCode } from '../contract.ts';

type Where = (partnerId: string, id: string) => string;
const card: Where = (partnerId) => paths.partner({ partnerId });
const check: Where = (partnerId) => paths.check({ partnerId });
const deal: Where = (_partnerId, dealId) => paths.dealCard({ dealId });
const talk: Where = (partner) => paths.talk({ partner, show: 'all' });
const flags: Where = (partner) => paths.flags({ partner });
const clicks: Where = (partner) => paths.clicks({ partner });
const sales: Where = (partner, month) => paths.deals({ partner, month });
const calendar: Where = (partner) => paths.calendar({ partner });

/** The page a row of each sort stands on. What stands on the page of scores itself leads nowhere. */
const WHERE: Partial<Record<RowCode, Where>> = {
  profile: check,
  registration_approved: deal,
  registration_rejected: deal,
  promise_kept: card,
  promise_missed: card,
  plan_done: calendar,
  plan_missed: calendar,
  reply_in_time: talk,
  reply_late: talk,
  month_sold: sales,
  incident_watch: flags,
  incident_serious: flags,
  incident_critical: flags,
  flag_watch: flags,
  flag_serious: flags,
  flag_critical: flags,
  signal_publication: calendar,
  signal_click: clicks,
  signal_deal: (partner) => paths.deals({ partner }),
  book: (partner) => paths.deals({ partner }),
  wrote: talk,
  our_promise_missed: card,
  our_promise_overdue: card,
  claim_open: (_partner, claimId) => paths.claim({ claimId }),
  statement_objected: (_partner, statementId) => paths.statement({ statementId }),
  our_answer_late: talk,
  payment_late: (partner) => paths.accruals({ partner }),
};

export function whereOf({ says, id }: Row, partnerId: string): string | null {
  // Evidence of the check has its page; what was shown later stands on this one.
  if (id.startsWith('cke_')) return paths.check({ partnerId });
  return WHERE[says]?.(partnerId, id) ?? null;
}
