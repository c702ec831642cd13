import { FREEZE_HOURS } from '../contract/requisites.ts';
import type { Instant } from '@mosty/kernel/time';

interface WhereMoneyGoes {
  readonly bank: Readonly<Record<string, string>>;
  readonly legalName: string;
  readonly taxNumber: string | null;
}

/** The moment before which nothing is paid by the new version; null for the first one and where nothing moved. */
export function freezeUntil(
  before: WhereMoneyGoes | null,
  after: WhereMoneyGoes,
  now: Instant,
): Instant | null {
  if (before === null) return null;
  const moved =
    before.legalName !== after.legalName ||
    before.taxNumber !== after.taxNumber ||
    !sameFields(before.bank, after.bank);
  return moved ? new Date(now.getTime() + FREEZE_HOURS * 3_600_000) : null;
}

function sameFields(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}
