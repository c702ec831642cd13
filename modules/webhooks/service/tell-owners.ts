import { queueMessage, workspaceOwners } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { switchedOffLetter } from '../domain/letter.ts';

/** An address was switched off by itself: every owner gets a letter, in the transaction that switched it. */
export async function tellOwners(
  tx: Tx,
  about: { url: string; because: 'failing' | 'gone'; since: Date | null; what: 'webhook' | 'postback' },
): Promise<void> {
  const { owners, language } = await workspaceOwners(tx);
  const host = new URL(about.url.replaceAll(/[{}]/g, '')).host;
  const letter = switchedOffLetter(language, { ...about, host });
  for (const { email } of owners) await queueMessage(tx, { kind: 'webhook_off', to: email, letter });
}
