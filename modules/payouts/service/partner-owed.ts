import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { beyondPartner, look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { nextPayDay } from '../domain/pay-day.ts';
import { rights } from '../policy.ts';
import { standingOf, type Standing } from '../store/money.ts';
import { readPolicy } from '../store/policy.ts';
import { ourCurrencyFirst } from './partner-money.ts';

export interface PartnerOwed {
  /** The company's currency first, and always there. */
  readonly standing: readonly Standing[];
  readonly nextPayoutOn: BusinessDate;
}

/** What we owe one partner and when it is paid: kept balances only, so that it costs one key look-up. */
export function partnerOwed(ctx: Context, partnerId: Id<'partner'>): Promise<PartnerOwed> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'money.read');
    const { payDay } = await beyondPartner(tx, () => readPolicy(tx));
    return {
      standing: ourCurrencyFirst(await standingOf(tx, partnerId), tx.currency),
      nextPayoutOn: nextPayDay(businessDateOf(tx.now(), tx.zone), payDay),
    };
  });
}
