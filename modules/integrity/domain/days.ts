const DAY_MS = 86_400_000;

/** What happened from `to` days ago (not included) till `from` days ago, by days of the calendar. */
export function lastDays<F extends { readonly day: string }>(
  facts: readonly F[],
  today: string,
  from: number,
  to: number,
): F[] {
  const before = (days: number) => new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);
  const [after, until] = [before(to), before(from)];
  return facts.filter(({ day }) => day > after && day <= until);
}
