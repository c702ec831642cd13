import type { TouchKind } from '../contract/who-brought.ts';
import type { Facts } from './engine/facts.ts';

export interface Moment {
  readonly at: string;
  readonly kind: TouchKind;
  readonly partnerId: string | null;
  readonly text: string | null;
}

/** What the source of the sale said, word for word; null: nothing, or not for this reader. */
export interface ToldBySale {
  readonly partner: string | null;
  readonly code: string | null;
}

/** Everything known that led to the sale, oldest first, and the sale at the end. */
export function timelineOf(facts: Facts, said: ToldBySale): Moment[] {
  const before: Moment[] = [
    ...facts.touches.map(({ at, kind, partnerId }) => ({ at, kind, partnerId, text: null })),
    ...facts.deals.map(({ registeredAt, number, source }) => ({
      at: registeredAt,
      kind: 'deal' as const,
      partnerId: source?.partnerId ?? null,
      text: String(number),
    })),
    ...(facts.keeper?.sinceDay
      ? [{ at: facts.keeper.sinceDay, kind: 'kept' as const, partnerId: facts.keeper.partnerId, text: null }]
      : []),
  ];
  const told: Moment[] = [
    ...(facts.code
      ? [{ at: facts.at, kind: 'code' as const, partnerId: facts.code.partnerId, text: said.code }]
      : []),
    ...(facts.named
      ? [{ at: facts.at, kind: 'named' as const, partnerId: facts.named.partnerId, text: said.partner }]
      : []),
    { at: facts.at, kind: 'sale', partnerId: null, text: null },
  ];
  return [...before.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)), ...told];
}
