/** A part on a deal: one role of one agreement, whatever its sales. */
export interface PartOnDeal {
  readonly dealId: string | null;
  readonly agreementId: string;
  readonly role: string;
  readonly currency: string;
}

/** What parts have earned on their deals so far, with what the current batch adds. */
export interface DealBook {
  earned(part: PartOnDeal): bigint;
  add(part: PartOnDeal, minor: bigint): void;
}

export function dealBook(kept: readonly (PartOnDeal & { readonly minor: bigint })[]): DealBook {
  const book = new Map<string, bigint>();
  const keyOf = (part: PartOnDeal) => `${part.dealId} ${part.agreementId} ${part.role} ${part.currency}`;
  const add = (part: PartOnDeal, minor: bigint) => {
    book.set(keyOf(part), (book.get(keyOf(part)) ?? 0n) + minor);
  };
  for (const one of kept) add(one, one.minor);
  return { earned: (part) => book.get(keyOf(part)) ?? 0n, add };
}
