import { divide, type Currency } from '@mosty/kernel/money';
import { addDays, daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { CLASSES, type ReportingClass } from '../../contract/class.ts';
import type { Measure } from '../measure.ts';
import { classBox } from '../metrics/class-box.ts';
import type { Books } from '../totals.ts';
import type { Window } from '../window.ts';
import { WORTH_NEEDED_N } from './figure.ts';

/** Days after a change that must have passed for it to be looked at without being asked for. */
export const DAYS_TOLD = 30;

export interface Change {
  readonly on: BusinessDate;
  readonly kind: 'terms' | 'partners';
  readonly name: string | null;
  readonly version: number | null;
  readonly came: number | null;
  readonly left: number | null;
}

/** The change to begin with: the last one that enough days have passed since, terms before the list. */
export function changeToLookAt(changes: readonly Change[], today: BusinessDate): BusinessDate | null {
  const told = changes.filter(({ on }) => daysBetween(on, today) >= DAYS_TOLD);
  const lastOf = (kind: Change['kind']) =>
    told
      .filter((one) => one.kind === kind)
      .map(({ on }) => on)
      .sort()
      .at(-1);
  return lastOf('terms') ?? lastOf('partners') ?? null;
}

/** As many days before the change as after it. */
export function aroundChange(on: BusinessDate, days: number): { before: Window; after: Window } {
  return { before: { from: addDays(on, -days), to: on }, after: { from: on, to: addDays(on, days) } };
}

interface Side {
  readonly clients: Measure;
  readonly cost: Measure;
  /** Null under ten clients: one more would change it by a tenth. */
  readonly perClientMinor: bigint | null;
}

function sideOf(name: ReportingClass, books: Books, currency: Currency, window: Window): Side {
  const { clients, cost } = classBox(name, books[name], currency, window);
  const enough = clients.n >= WORTH_NEEDED_N && cost.value !== null;
  return {
    clients,
    cost,
    perClientMinor: enough ? divide(cost.value, BigInt(clients.n), 'half_away_from_zero') : null,
  };
}

/** What a client of each class cost on both sides: commission and costs by the clients who came (S1.6). */
export function costsAround(
  books: { readonly before: Books; readonly after: Books },
  windows: { readonly before: Window; readonly after: Window },
  currency: Currency,
): { class: ReportingClass; before: Side; after: Side }[] {
  return CLASSES.map((name) => ({
    class: name,
    before: sideOf(name, books.before, currency, windows.before),
    after: sideOf(name, books.after, currency, windows.after),
  })).filter(({ before, after }) => before.clients.n + after.clients.n + before.cost.n + after.cost.n > 0);
}
