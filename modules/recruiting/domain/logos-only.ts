const DAY_MS = 86_400_000;
/** Logos may stand for years with no working channel (S2.24): after so many days without a deal and a goal, they do. */
export const LOGOS_DAYS = 180;

export function isLogosOnly(
  of: { readonly since: Date; readonly lastReachedAt: Date | null; readonly lastDealAt: Date | null },
  now: Date,
): boolean {
  const last = Math.max(...[of.since, of.lastReachedAt, of.lastDealAt].map((one) => one?.getTime() ?? 0));
  return now.getTime() - last >= LOGOS_DAYS * DAY_MS;
}
