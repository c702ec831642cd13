import type { BusinessDate } from '@mosty/kernel/time';
import type { Assignment, Version } from './scheme-book.ts';

/**
 * The greatest discount a code of the agreement may give: the least allowed by any terms that pay it on the day or
 * will later. A code outlives the day it is given, so terms to come count too. Null: no terms limit it.
 */
export function discountCeiling(
  assignments: readonly Assignment[],
  versions: readonly Version[],
  day: BusinessDate,
): bigint | null {
  const allowed = assignments.flatMap((assignment) => {
    const from = assignment.validFrom > day ? assignment.validFrom : day;
    if (assignment.validTo !== null && assignment.validTo <= from) return [];
    return versionsFrom(versions, assignment, from).map((version) => version.terms.floor.maxDiscountPpm);
  });
  const limits = allowed.filter((ppm) => ppm !== null);
  return limits.length === 0 ? null : BigInt(Math.min(...limits));
}

/** The version in force on the day and those that follow it while the assignment lasts. */
function versionsFrom(versions: readonly Version[], assignment: Assignment, from: BusinessDate): Version[] {
  const own = versions
    .filter((version) => version.schemeId === assignment.schemeId)
    .filter(({ validFrom }) => assignment.validTo === null || validFrom < assignment.validTo)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const current = own.findIndex((version) => version.validFrom <= from);
  return current < 0 ? own : own.slice(0, current + 1);
}
