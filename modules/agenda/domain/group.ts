/** A card that has its partner: only one of a partner is shown, the others stand inside it «заодно». */
export interface OfPartner {
  readonly id: string;
  readonly partnerId: string;
  readonly valueMinor: bigint;
  readonly pinned: string | null;
}

export interface Grouped<Card> {
  readonly lead: Card;
  readonly also: readonly Card[];
}

/** The strongest of each partner leads: a pinned one before all, then the larger value, then the id. */
export function onePerPartner<Card extends OfPartner>(cards: readonly Card[]): Grouped<Card>[] {
  return [...Map.groupBy(cards, ({ partnerId }) => partnerId).values()].flatMap((some) => {
    const [lead, ...also] = some.toSorted(stronger);
    return lead ? [{ lead, also }] : [];
  });
}

function stronger(a: OfPartner, b: OfPartner): number {
  if ((a.pinned !== null) !== (b.pinned !== null)) return a.pinned === null ? 1 : -1;
  if (a.valueMinor !== b.valueMinor) return a.valueMinor > b.valueMinor ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
