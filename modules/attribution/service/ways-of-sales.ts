import { creditSales, type CreditedSale } from '@mosty/tracking';
import type { Tx } from '@mosty/kernel/context';
import type { Decided } from './attribute.ts';

/** Tells by which link or code each sale was credited: links and codes are judged by the sales that are paid for. */
export function tellWays(tx: Tx, decided: readonly Decided[]): Promise<void> {
  return creditSales(tx, {
    saleIds: decided.map(({ row }) => row.id),
    credited: decided.flatMap(waysOf),
  });
}

/** Of touches the last of each who is credited: it is the one that counted. Deals and keepers came by nothing we gave. */
function waysOf({ row, facts, decision }: Decided): CreditedSale[] {
  if (decision.kind !== 'credited') return [];
  return decision.participants.flatMap(({ role, partnerId, agreement }) => {
    if (role !== 'source') return [];
    const cameBy =
      decision.rule === 'code'
        ? facts.code?.partnerId && facts.code.codeId
        : decision.rule === 'touches' &&
          facts.touches.findLast((touch) => touch.agreementId === agreement.id)?.cameBy;
    return cameBy ? [{ saleId: row.id, cameBy, partnerId }] : [];
  });
}
