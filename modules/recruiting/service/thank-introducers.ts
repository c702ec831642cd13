import { recordCosts } from '@mosty/deals';
import { findWorkspace, type Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { dueIntroducers, insertThanked } from '../store/introductions.ts';

/** The journal of costs is the company's: it is told in the company's language. */
const NOTE = {
  ru: (name: string, day: string) => `За знакомство: «${name}», первая оплата ${day}`,
  en: (name: string, day: string) => `For the introduction of ${name}, first paid deal on ${day}`,
};

/**
 * Thanks those who brought a partner, once for each, on its first paid deal (S1.56). One level: whoever brought the
 * introducer gets nothing. It is a cost of the channel of kind «bonus», in the class of that first deal: no scheme pays
 * for the sales of another partner. Safe to repeat.
 */
export function thankIntroducers(ctx: Context): Promise<{ thanked: number }> {
  return transact(ctx, async (tx) => {
    const due = await dueIntroducers(tx);
    if (due.length === 0) return { thanked: 0 };
    const written = await insertThanked(tx, due);
    const now = due.filter(({ partnerId }) => written.has(partnerId));
    const language = (await findWorkspace(tx))?.language === 'en' ? 'en' : 'ru';
    const occurredOn = businessDateOf(tx.now(), tx.zone);
    const costs = now.map((one) => ({
      externalId: one.partnerId,
      partnerId: one.introducerId,
      class: one.class,
      kind: 'bonus' as const,
      occurredOn,
      currency: one.currency,
      amountMinor: one.amountMinor,
      note: NOTE[language](one.name, one.firstSaleOn),
    }));
    if (costs.length > 0) await recordCosts(tx, { source: 'introduction', costs });
    for (const { partnerId, introducerId } of now)
      tx.audit({ verb: 'recruiting.thank_introducer', subject: introducerId, change: { partnerId } });
    return { thanked: now.length };
  });
}

export const thankIntroducersDaily: Round = { name: 'recruiting.thank_introducers', run: thankIntroducers };
