import { findWorkspace } from '@mosty/identity';
import { countedExample } from '@mosty/incentives';
import type { Tx } from '@mosty/kernel/context';
import type { ProgrammeRecord } from '../store/programmes.ts';

/** What the page of a programme shows as «how money is counted»; null where its scheme is not in force. */
export async function countedBy(tx: Tx, { schemeId, saleMinor }: NonNullable<ProgrammeRecord['counts']>) {
  const workspace = await findWorkspace(tx);
  return workspace ? countedExample(tx, { schemeId, saleMinor, currency: workspace.currency }) : null;
}
