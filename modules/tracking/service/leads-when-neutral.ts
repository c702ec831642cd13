import type { Tx } from '@mosty/kernel/context';
import { allowedHosts } from '../store/hosts.ts';
import { neutralPlace } from '../store/neutral-place.ts';

/** Where links that pay nobody lead: the page the company named, or its first site; null: it has none yet. */
export async function leadsWhenNeutral(tx: Tx): Promise<string | null> {
  const named = await neutralPlace(tx);
  if (named !== null) return named;
  const [first] = await allowedHosts(tx);
  return first ? `https://${first.host}/` : null;
}
