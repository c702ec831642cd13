import type { Id } from '@mosty/kernel/id';
import type { DealRole } from '@mosty/attribution/contract';
import type { BusinessDate } from '@mosty/kernel/time';
import { line, type Line } from '../contract/explanation.ts';
import type { Terms } from '../contract/terms.ts';

export interface Assignment {
  readonly agreementId: Id<'agreement'>;
  readonly role: string;
  readonly schemeId: Id<'scheme'>;
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

export interface Version {
  readonly id: Id<'scheme_version'>;
  readonly schemeId: Id<'scheme'>;
  readonly validFrom: BusinessDate;
  readonly terms: Terms;
}

/** Which terms pay an agreement for a role on a day, or why none do. */
export interface SchemeBook {
  find(agreementId: string, role: string, day: BusinessDate): Version | Line;
  /** Whether the role is paid by words of its own: a scheme assigned to it, or a rate that names it. */
  speaksOf(agreementId: string, role: DealRole, day: BusinessDate): boolean;
}

/** The assignment of the named role goes before that of any role; the version is the last one valid by the day. */
export function schemeBook(assignments: readonly Assignment[], versions: readonly Version[]): SchemeBook {
  const byAgreement = Map.groupBy(assignments, (assignment) => assignment.agreementId as string);
  const byScheme = Map.groupBy(
    versions.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1)),
    (version) => version.schemeId as string,
  );
  const assigned = (agreementId: string, day: BusinessDate) =>
    (byAgreement.get(agreementId) ?? []).filter(
      (one) => one.validFrom <= day && (one.validTo === null || day < one.validTo),
    );
  const book: SchemeBook = {
    find(agreementId, role, day) {
      const inForce = assigned(agreementId, day);
      const assignment =
        inForce.find((one) => one.role === role) ?? inForce.find((one) => one.role === 'any');
      if (!assignment) return line('no_scheme', { day, role });
      const version = byScheme.get(assignment.schemeId)?.find((one) => one.validFrom <= day);
      return version ?? line('no_version', { day });
    },
    speaksOf(agreementId, role, day) {
      const found = book.find(agreementId, role, day);
      if (!isVersion(found)) return false;
      return (
        assigned(agreementId, day).some((one) => one.role === role) ||
        found.terms.pay.some((pay) => pay.kind === 'per_role' && pay.rates[role] !== undefined)
      );
    },
  };
  return book;
}

export function isVersion(found: Version | Line): found is Version {
  return 'terms' in found;
}

/** Whether the price of a sale depends on what the agreement brought or earned before it. */
export function looksBack(terms: Terms): boolean {
  return (
    terms.cap.perMonthMinor !== null ||
    terms.cap.totalMinor !== null ||
    terms.pay.some((pay) => pay.kind === 'tiered' && pay.tiers.length > 1)
  );
}
