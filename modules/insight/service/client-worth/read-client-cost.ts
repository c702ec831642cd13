import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { businessDate, businessDateOf } from '@mosty/kernel/time';
import { aroundChange, changeToLookAt, costsAround } from '../../domain/client-worth/client-cost.ts';
import { rights } from '../../policy/channel.ts';
import { selectChanges } from '../../store/client-worth/select-changes.ts';
import { selectBooks } from '../../store/select-books.ts';

export interface AskedCost {
  readonly on?: string | undefined;
  readonly days: number;
  readonly currency?: string | undefined;
}

/** What a client cost before a change and after it, class by class; which of many things moved it is not claimed (S1.6). */
export function readClientCost(ctx: Context, asked: AskedCost) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'channel.read');
    const { days } = asked;
    const today = businessDateOf(tx.now(), tx.zone);
    const currency = asked.currency ?? tx.currency;
    const changes = await selectChanges(tx, today);
    const on = asked.on ? businessDate(asked.on) : changeToLookAt(changes, today);
    const around = on === null ? null : aroundChange(on, days);
    const books = around && (await selectBooks(tx, around.after, around.before, currency));
    return {
      on,
      days,
      currency,
      whole: around !== null && around.after.to <= today,
      changes,
      books: around && books ? costsAround({ before: books.before, after: books.now }, around, currency) : [],
    };
  });
}
