import { definePortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { rights } from '../policy.ts';
import { lastExit } from '../store/exits.ts';
import { lastSummary } from '../store/summaries.ts';

/** What came of working together waits for the partner's word (S0.66). */
definePortalTask('exits.summary_to_agree', async (tx, partnerId) => {
  if (!may(tx, rights, 'exit.agree')) return [];
  const exit = await lastExit(tx, partnerId);
  const summary = exit?.closedAt === null ? await lastSummary(tx, exit) : null;
  return summary && summary.agreedAt === null
    ? [{ code: 'exits.summary_to_agree', params: {}, to: '/portal/exit', dueOn: null }]
    : [];
});
