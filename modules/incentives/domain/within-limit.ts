/** What counts of an accrual against the limit of its partner. */
export interface Counted {
  readonly amountMinor: bigint;
  readonly currency: string;
}

/**
 * Of what was earned, in its order, what stays within the limit and what waits. Whole accruals wait, none is cut; a later
 * smaller one that still fits goes through. Of another currency than the limit's nothing can be said, so it waits.
 * @param spentMinor what went through before
 */
export function withinLimit<Row extends Counted>(
  rows: readonly Row[],
  spentMinor: bigint,
  limit: { readonly accruedMinorMax: bigint | null; readonly currency: string },
): { through: Row[]; waits: Row[] } {
  const through: Row[] = [];
  const waits: Row[] = [];
  let spent = spentMinor;
  for (const row of rows) {
    const fits =
      limit.accruedMinorMax === null ||
      (row.currency === limit.currency && spent + row.amountMinor <= limit.accruedMinorMax);
    (fits ? through : waits).push(row);
    if (fits && row.currency === limit.currency) spent += row.amountMinor;
  }
  return { through, waits };
}
