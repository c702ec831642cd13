import { addDays, businessDateOf, type BusinessDate, type Instant, type Zone } from '@mosty/kernel/time';

/** A deal of the past as a list tells it: who worked with whom from when until when. */
export interface Worked {
  readonly id: string;
  /** In the order in which they were told: of two that began at one moment the first told was first. */
  readonly number: number;
  readonly clientId: string | null;
  readonly partnerId: string | null;
  readonly registeredAt: Instant | null;
  readonly closedAt: Instant | null;
}

export interface Settled {
  readonly registration: 'approved' | 'expired' | 'conflicted' | 'none';
  readonly protectedUntil: BusinessDate | null;
  readonly yieldsToDealId: string | null;
}

/**
 * Goes through the deals of each client in the order of their beginning: the earliest stands until it was closed or its
 * protection ran out, and one of another partner that began meanwhile came second to it. The same list gives the same
 * answer in whatever order its rows are.
 */
export function settleOverlaps(
  deals: readonly Worked[],
  { zone, today, protectionDays }: { zone: Zone; today: BusinessDate; protectionDays: number },
): Map<string, Settled> {
  const settled = new Map<string, Settled>();
  const standing = new Map<string, { id: string; partnerId: string; until: BusinessDate }[]>();
  const ordered = deals.toSorted(
    (a, b) =>
      (a.registeredAt?.getTime() ?? Infinity) - (b.registeredAt?.getTime() ?? Infinity) ||
      a.number - b.number,
  );
  for (const { id, clientId, partnerId, registeredAt, closedAt } of ordered) {
    if (partnerId === null || registeredAt === null) {
      settled.set(id, { registration: 'none', protectedUntil: null, yieldsToDealId: null });
      continue;
    }
    const from = businessDateOf(registeredAt, zone);
    const promised = addDays(from, protectionDays);
    const others = (standing.get(clientId ?? id) ?? []).filter(({ until }) => until >= from);
    const earliest = others.find((other) => other.partnerId !== partnerId);
    if (earliest) {
      settled.set(id, { registration: 'conflicted', protectedUntil: null, yieldsToDealId: earliest.id });
      continue;
    }
    const closed = closedAt && businessDateOf(closedAt, zone);
    standing.set(clientId ?? id, [
      ...others,
      { id, partnerId, until: closed !== null && closed < promised ? closed : promised },
    ]);
    const isOver = closed === null && promised < today;
    settled.set(id, {
      registration: isOver ? 'expired' : 'approved',
      protectedUntil: promised,
      yieldsToDealId: null,
    });
  }
  return settled;
}
