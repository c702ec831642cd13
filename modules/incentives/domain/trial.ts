/** What one agreement brought, earned, and would have earned by each scheme. */
export interface TriedAgreement<P extends string = string> {
  readonly partnerId: P;
  readonly partnerName: string;
  readonly sales: number;
  readonly salesMinor: bigint;
  readonly wasMinor: bigint;
  readonly becomesMinor: readonly bigint[];
}

/** What the sales of the window left before any reward; costs are those of the class in the same days. */
export interface BeforeReward {
  readonly salesMinor: bigint;
  readonly goodsMinor: bigint;
  readonly goodsUnknown: number;
  readonly costsMinor: bigint;
}

export interface SchemeTried {
  readonly becomesMinor: bigint;
  readonly leftMinor: bigint;
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
}

/** A partner with several agreements of the class is one: what it gains by one and loses by another is one sum. */
export function byPartner<P extends string>(agreements: readonly TriedAgreement<P>[]): TriedAgreement<P>[] {
  const partners = Array.from(Map.groupBy(agreements, ({ partnerId }) => partnerId).values(), (rows) => {
    const [first, ...rest] = rows as [TriedAgreement<P>, ...TriedAgreement<P>[]];
    return rest.reduce(
      (sum, row) => ({
        ...sum,
        sales: sum.sales + row.sales,
        salesMinor: sum.salesMinor + row.salesMinor,
        wasMinor: sum.wasMinor + row.wasMinor,
        becomesMinor: sum.becomesMinor.map((minor, place) => minor + (row.becomesMinor[place] ?? 0n)),
      }),
      first,
    );
  });
  return partners
    .filter((row) => row.sales > 0 || row.wasMinor !== 0n || row.becomesMinor.some((minor) => minor !== 0n))
    .toSorted((a, b) => signOf(largestChange(b) - largestChange(a)) || (a.partnerId < b.partnerId ? -1 : 1));
}

/** What each scheme comes to, who gains and who loses by it, and what would be left to the company (S1.36). */
export function sumTrial(partners: readonly TriedAgreement[], before: BeforeReward, schemes: number) {
  const rest = before.salesMinor - before.goodsMinor - before.costsMinor;
  const earnedMinor = partners.reduce((sum, row) => sum + row.wasMinor, 0n);
  const count = (place: number, sign: number) =>
    partners.filter((row) => signOf((row.becomesMinor[place] ?? 0n) - row.wasMinor) === sign).length;
  return {
    was: { ...before, earnedMinor, leftMinor: rest - earnedMinor },
    schemes: Array.from({ length: schemes }, (_none, place): SchemeTried => {
      const becomesMinor = partners.reduce((sum, row) => sum + (row.becomesMinor[place] ?? 0n), 0n);
      return {
        becomesMinor,
        leftMinor: rest - becomesMinor,
        gain: count(place, 1),
        lose: count(place, -1),
        same: count(place, 0),
      };
    }),
  };
}

function largestChange({ wasMinor, becomesMinor }: TriedAgreement): bigint {
  return becomesMinor.reduce((most, minor) => {
    const change = minor > wasMinor ? minor - wasMinor : wasMinor - minor;
    return change > most ? change : most;
  }, 0n);
}

const signOf = (minor: bigint) => (minor > 0n ? 1 : minor < 0n ? -1 : 0);
