/** A deal as far as it can be named: by our id, or by the number that some source told it under. */
export interface Numbered {
  readonly id: string;
  readonly source: string | null;
  readonly externalId: string | null;
}

export interface Naming {
  readonly number: string;
  /** Who told the deal, if the sale says so. */
  readonly dealSource?: string | null | undefined;
  /** Who tells the sale: a CRM speaks of its own deals, a payment provider of somebody's. */
  readonly source: string;
}

/**
 * Which deal a sale names. The source it names is the only one asked; otherwise our own id, then the deal of whoever
 * tells the sale, then the only deal of that number. Two sources with one number are not guessed between.
 */
export function namedDeal<Deal extends Numbered>(
  deals: readonly Deal[],
  { number, dealSource, source }: Naming,
): Deal | undefined {
  const told = deals.filter(({ externalId }) => externalId === number);
  const of = (whose: string) => told.find((deal) => deal.source === whose);
  if (dealSource) return of(dealSource);
  return deals.find(({ id }) => id === number) ?? of(source) ?? (told.length === 1 ? told[0] : undefined);
}
