import { definePortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { rights } from '../policy.ts';
import { statementsAwaitingPartner } from '../store/portal.ts';

/** A month's report waits for a yes or an objection; silence is a yes on the day it names. */
definePortalTask('payouts.statement_to_accept', async (tx, partnerId) => {
  if (!may(tx, rights, 'statement.answer')) return [];
  return (await statementsAwaitingPartner(tx, partnerId)).map(({ month, answerBy }) => ({
    code: 'payouts.statement_to_accept',
    params: { month },
    to: `/portal/docs?month=${month}`,
    dueOn: answerBy,
  }));
});
