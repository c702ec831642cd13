import { addMonths, firstDay, month } from '@mosty/kernel/time';

/** A month filter as half-open days; explicit days, when given, go before it. */
export function monthWindow(
  of: string,
  from: string,
  to: string,
): { from?: string | undefined; to?: string | undefined } {
  if (from || to) return { from: from || undefined, to: to || undefined };
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(of)) return {};
  return { from: firstDay(month(of)), to: firstDay(addMonths(month(of), 1)) };
}
