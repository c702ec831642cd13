import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { createLink, linkSettings } from '@mosty/tracking';
import type { TrialNames } from './words.ts';

/** A link of the agreement to the first address the company allows. @throws integrations.play_leads_nowhere */
export async function linkFor(
  tx: Tx,
  agreementId: Id<'agreement'>,
  names: TrialNames,
): Promise<{ id: Id<'link'>; key: string }> {
  const [allowed] = (await linkSettings(tx)).destinations;
  if (!allowed) return refuse('not_now', 'integrations.play_leads_nowhere');
  const { id, key } = await createLink(tx, {
    agreementId,
    destination: leadsTo(allowed.host),
    title: names.link,
  });
  return { id, key };
}

export function leadsTo(host: string): string {
  return `https://${host}/`;
}
