import { defineOpenEnd } from '@mosty/directory';
import { Refusal } from '@mosty/kernel/refusal';
import { standingOf } from '../store/money.ts';
import { countOpenPayouts, objectedMonths } from '../store/open-ends.ts';

/**
 * Nobody parts in a dispute; and whoever leaves altogether leaves with the accounts at zero: no payout on its way,
 * nothing owed to the partner or by it (S0.66). Statements are of a partner, so a dispute stops any of its agreements.
 */
defineOpenEnd('payouts', async (tx, { partnerId, agreementId }) => {
  const months = await objectedMonths(tx, partnerId);
  if (months.length > 0)
    return new Refusal('not_now', 'payouts.objection_open', { months: months.join(', ') });
  if (agreementId !== null) return null;
  const count = await countOpenPayouts(tx, partnerId);
  if (count > 0) return new Refusal('not_now', 'payouts.payout_open', { count });
  const standing = await standingOf(tx, partnerId);
  const owing = standing.filter((one) => one.owedMinor > 0n).map((one) => one.currency);
  if (owing.length > 0) return new Refusal('not_now', 'payouts.still_owed', { currencies: owing.join(', ') });
  const debts = standing.filter((one) => one.owedMinor < 0n).map((one) => one.currency);
  if (debts.length > 0) return new Refusal('not_now', 'payouts.debt_open', { currencies: debts.join(', ') });
  return null;
});
