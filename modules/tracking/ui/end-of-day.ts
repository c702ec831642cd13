/** A link named «until» a day works through all of it, by the clock of whoever sets it. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}
