import type { DealRole } from '@mosty/attribution/contract';
import { assignSchemes, draftScheme, publishVersion } from '@mosty/incentives';
import { termsSchema, type Terms } from '@mosty/incentives/contract';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { World } from '@mosty/testkit';

/** A published percent scheme, written by the head and approved by the owner, assigned to agreements. */
export async function percentScheme(
  world: World,
  wanted: {
    agreementIds: readonly string[];
    ratePpm: number;
    from: BusinessDate;
    terms?: Partial<Terms>;
    /** Absent: whatever the role. */
    role?: DealRole;
  },
): Promise<Id<'scheme'>> {
  const terms = termsSchema.parse({
    format: 1,
    currency: null,
    pay: [{ kind: 'percent', ratePpm: wanted.ratePpm }],
    holdDays: 0,
    approval: 'auto',
    ...wanted.terms,
  });
  const { schemeId, versionId } = await draftScheme(world.contextOf('head'), {
    name: `${wanted.ratePpm / 10_000} %`,
    terms,
    validFrom: wanted.from,
  });
  await publishVersion(world.contextOf('owner'), { versionId });
  await assignSchemes(world.contextOf('head'), {
    assignments: wanted.agreementIds.map((agreementId) => ({
      agreementId: agreementId as Id<'agreement'>,
      schemeId,
      validFrom: wanted.from,
      ...(wanted.role && { role: wanted.role }),
    })),
  });
  return schemeId;
}
