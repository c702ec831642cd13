import type { Tx } from '@mosty/kernel/context';
import type { EvidenceCode, Finding } from '../contract/evidence.ts';
import type { Step } from '../domain/table.ts';
import { findEvidence, type Asked } from './evidence.ts';

export interface Looked {
  readonly code: EvidenceCode;
  readonly finding: Finding;
}

/** Everything the gate of a step asks for, as it is found now. */
export async function lookAtGate(tx: Tx, step: Step, asked: Asked): Promise<Looked[]> {
  const looked: Looked[] = [];
  for (const code of step.evidence) looked.push({ code, finding: await findEvidence(tx, code, asked) });
  return looked;
}

export function missingOf(looked: readonly Looked[]): EvidenceCode[] {
  return looked.filter(({ finding }) => !finding.met).map(({ code }) => code);
}
