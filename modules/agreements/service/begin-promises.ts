import type { Tx } from '@mosty/kernel/context';
import type { Promised } from '../contract/version.ts';
import { insertPromises } from '../store/promises.ts';
import type { VersionRecord } from '../store/versions.ts';

/** From now on these words are promises, whose outcome somebody will say. */
export async function beginPromises(
  tx: Tx,
  versions: readonly (Pick<VersionRecord, 'agreementId' | 'partnerId' | 'version'> & {
    readonly promises: readonly Promised[];
  })[],
): Promise<void> {
  await insertPromises(
    tx,
    versions.flatMap(({ agreementId, partnerId, version, promises }) =>
      promises.map((promise) => ({
        ...promise,
        id: tx.id('promise'),
        agreementId,
        partnerId,
        version,
        createdAt: tx.now(),
        outcome: null,
        outcomeAt: null,
        outcomeNote: null,
      })),
    ),
  );
}
