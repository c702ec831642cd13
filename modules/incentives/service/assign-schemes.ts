import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { BusinessDate } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import {
  agreementsByIds,
  deleteAssignment,
  endAssignment,
  findAssignment,
  insertAssignment,
  lockAssignmentsOf,
  type KeptAssignment,
} from '../store/assignments.ts';
import { publishedVersions } from '../store/schemes.ts';
import { keepCeilings } from './keep-ceilings.ts';

export interface AssignScheme {
  readonly agreementId: Id<'agreement'>;
  readonly schemeId: Id<'scheme'>;
  /** A role in a deal, or any of them. */
  readonly role?: 'any' | 'source' | 'implement' | 'expertise' | 'expand' | undefined;
  readonly validFrom: BusinessDate;
  readonly validTo?: BusinessDate | null | undefined;
}

/**
 * Says by which scheme agreements are paid from a day on. What was assigned before ends on that day; sales that were
 * priced already keep their terms. Codes of the agreements are held to what the schemes allow.
 * @throws incentives.no_agreement, incentives.scheme_not_published, incentives.assigned_later
 */
export function assignSchemes(
  ctx: Context,
  input: { assignments: readonly AssignScheme[] },
): Promise<{ ids: Id<'assignment'>[] }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scheme.assign');
    const { assignments } = input;
    const agreementIds = [...new Set(assignments.map((one) => one.agreementId))];
    const agreements = await agreementsByIds(tx, agreementIds);
    const published = new Set(
      (
        await publishedVersions(
          tx,
          assignments.map((one) => one.schemeId),
        )
      ).map((one) => one.schemeId),
    );
    let standing = await lockAssignmentsOf(tx, agreementIds);
    const ids: Id<'assignment'>[] = [];
    for (const one of assignments) {
      const agreement = agreements.get(one.agreementId) ?? refuse('not_found', 'incentives.no_agreement');
      if (!published.has(one.schemeId))
        refuse('not_now', 'incentives.scheme_not_published', { schemeId: one.schemeId });
      const assignment: KeptAssignment = {
        id: tx.id('assignment'),
        agreementId: agreement.id,
        partnerId: agreement.partnerId,
        schemeId: one.schemeId,
        role: one.role ?? 'any',
        validFrom: one.validFrom,
        validTo: one.validTo ?? null,
      };
      const replaced = await giveWay(tx, standing, assignment);
      await insertAssignment(tx, assignment);
      standing = [...standing.filter((other) => !replaced.includes(other)), assignment];
      ids.push(assignment.id);
      const { schemeId, role, validFrom, validTo } = assignment;
      const change = {
        agreementId: agreement.id,
        schemeId,
        role,
        validFrom,
        validTo,
        replaced: replaced.map((other) => other.id),
      };
      tx.audit({ verb: 'incentives.assign_scheme', subject: assignment.id, change });
    }
    await keepCeilings(tx, agreementIds);
    return { ids };
  });
}

export function assignScheme(ctx: Context, input: AssignScheme): Promise<{ id: Id<'assignment'> }> {
  return transact(ctx, async (tx) => {
    const { ids } = await assignSchemes(tx, { assignments: [input] });
    return { id: ids[0] ?? refuse('not_found', 'incentives.no_agreement') };
  });
}

/** What held until now ends where the new one begins; one that began on the same day is replaced. */
async function giveWay(
  tx: Tx,
  standing: readonly KeptAssignment[],
  next: KeptAssignment,
): Promise<KeptAssignment[]> {
  const inTheWay = standing.filter(
    (one) =>
      one.agreementId === next.agreementId &&
      one.role === next.role &&
      (one.validTo === null || one.validTo > next.validFrom) &&
      (next.validTo === null || one.validFrom < next.validTo),
  );
  const later = inTheWay.find((one) => one.validFrom > next.validFrom);
  if (later)
    refuse('conflict', 'incentives.assigned_later', { validFrom: later.validFrom, schemeId: later.schemeId });
  for (const one of inTheWay) {
    if (one.validFrom === next.validFrom) await deleteAssignment(tx, one.id);
    else await endAssignment(tx, one.id, next.validFrom);
  }
  return inTheWay;
}

/** From this day on the agreement earns nothing by it. @throws incentives.no_assignment, incentives.assignment_ended */
export function endSchemeAssignment(
  ctx: Context,
  input: { assignmentId: Id<'assignment'>; validTo: BusinessDate },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scheme.assign');
    const found =
      (await findAssignment(tx, input.assignmentId)) ?? refuse('not_found', 'incentives.no_assignment');
    if (found.validTo !== null && found.validTo <= input.validTo) {
      refuse('conflict', 'incentives.assignment_ended', { validTo: found.validTo });
    }
    if (input.validTo <= found.validFrom) await deleteAssignment(tx, found.id);
    else await endAssignment(tx, found.id, input.validTo);
    await keepCeilings(tx, [found.agreementId]);
    const change = { agreementId: found.agreementId, schemeId: found.schemeId, validTo: input.validTo };
    tx.audit({ verb: 'incentives.end_assignment', subject: found.id, change });
  });
}
