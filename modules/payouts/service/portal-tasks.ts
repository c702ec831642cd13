import { definePortalTask } from '@mosty/directory';
import { may } from '@mosty/identity';
import { rights } from '../policy.ts';
import { receiptDueOn } from '../domain/receipt-due.ts';
import { missingReceipts } from '../store/documents.ts';
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

/** The oldest receipt that was not shown yet: one task, however many wait. */
definePortalTask('payouts.receipt_to_attach', async (tx, partnerId) => {
  if (!may(tx, rights, 'document.attach')) return [];
  const missing = await missingReceipts(tx, { partnerId, limit: 20 });
  const first = missing[0];
  if (!first) return [];
  return [
    {
      code: 'payouts.receipt_to_attach',
      params: { count: missing.length },
      to: '/portal/docs',
      dueOn: receiptDueOn(first.paidOn),
    },
  ];
});
