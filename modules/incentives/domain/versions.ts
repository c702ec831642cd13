import { Refusal } from '@mosty/kernel/refusal';
import type { BusinessDate } from '@mosty/kernel/time';

interface VersionFact<VersionId extends string> {
  readonly id: VersionId;
  readonly version: number;
  readonly validFrom: BusinessDate;
  readonly publishedAt: Date | null;
}

/** The draft that is written over; null when a new one is needed. A version follows the published ones in time. */
export function checkDraft<VersionId extends string>(
  versions: readonly VersionFact<VersionId>[],
  validFrom: BusinessDate,
): VersionFact<VersionId> | null | Refusal {
  const last = lastPublished(versions);
  if (last && validFrom <= last.validFrom) {
    return new Refusal('invalid', 'incentives.version_before_last', { validFrom, last: last.validFrom });
  }
  return versions.find((version) => version.publishedAt === null) ?? null;
}

/**
 * The first version may begin in the past, for a company that brings its history along. The next ones may not:
 * yesterday's sales keep the version they were priced by.
 */
export function checkPublish<VersionId extends string>(
  version: VersionFact<VersionId>,
  versions: readonly VersionFact<VersionId>[],
  today: BusinessDate,
): Refusal | null {
  if (version.publishedAt)
    return new Refusal('conflict', 'incentives.version_published', { version: version.version });
  const last = lastPublished(versions);
  if (!last) return null;
  if (version.validFrom <= last.validFrom) {
    return new Refusal('invalid', 'incentives.version_before_last', {
      validFrom: version.validFrom,
      last: last.validFrom,
    });
  }
  if (version.validFrom < today) {
    return new Refusal('invalid', 'incentives.version_in_past', { validFrom: version.validFrom, today });
  }
  return null;
}

function lastPublished<VersionId extends string>(
  versions: readonly VersionFact<VersionId>[],
): VersionFact<VersionId> | undefined {
  return versions
    .filter((version) => version.publishedAt !== null)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
}
