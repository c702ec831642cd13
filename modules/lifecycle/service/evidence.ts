import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { EvidenceCode, Finding } from '../contract/evidence.ts';
import type { MoveDetails } from '../contract/move.ts';
import type { Path } from '../contract/stages.ts';

export interface Asked {
  readonly partnerId: Id<'partner'>;
  readonly path: Path;
  /** What whoever opens the gate says with it; empty while only looking. */
  readonly details: MoveDetails;
}

export type FindEvidence = (tx: Tx, asked: Asked) => Promise<Finding>;

const known = new Map<EvidenceCode, FindEvidence>();

/**
 * Tells how one thing that gates ask for is found. Most of it lives above the lifecycle, and arrows do not point up: so
 * whoever keeps it says it here.
 * @throws when the code was told already
 */
export function defineEvidence(code: EvidenceCode, find: FindEvidence): void {
  if (known.has(code)) throw new Error(`evidence ${code} is defined twice`);
  known.set(code, find);
}

/** Codes that somebody finds. */
export function definedEvidence(): ReadonlySet<EvidenceCode> {
  return new Set(known.keys());
}

/** A code nobody defined is not met: a gate that cannot be looked at stays shut, and says that it is broken. */
export async function findEvidence(tx: Tx, code: EvidenceCode, asked: Asked): Promise<Finding> {
  const find = known.get(code);
  if (find) return find(tx, asked);
  return {
    met: false,
    rows: [],
    missing: [{ code: 'lifecycle.nobody_finds', params: { evidence: code }, roles: ['owner'] }],
  };
}
