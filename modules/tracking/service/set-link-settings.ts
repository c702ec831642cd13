import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { mayLeadTo, typedHost, type AllowedHost } from '../domain/new-link.ts';
import { rights } from '../policy.ts';
import { allowedHosts, ownDomains, replaceAllowedHosts, replaceDomains } from '../store/hosts.ts';
import { placesInUse } from '../store/links.ts';
import { findPriceRule, savePriceRule, type PriceRule } from '../store/price-rule.ts';

export interface LinkSettings extends PriceRule {
  readonly destinations: readonly AllowedHost[];
  readonly domains: readonly string[];
}

export async function linkSettings(tx: Tx): Promise<LinkSettings> {
  return {
    destinations: await allowedHosts(tx),
    domains: await ownDomains(tx),
    ...(await findPriceRule(tx)),
  };
}

/**
 * Where links may lead, on which hosts they answer and what of the price always remains. A host that working links
 * stand on is not taken away behind their backs.
 * @throws tracking.host_malformed, tracking.destination_in_use, tracking.domain_in_use, tracking.domain_taken
 */
export function setLinkSettings(ctx: Context, input: LinkSettings): Promise<LinkSettings> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'link_settings.set');
    const destinations = input.destinations.map((one) => ({ ...one, host: readHost(one.host) }));
    const domains = input.domains.map(readHost);
    await keepPlacesInUse(tx, destinations, domains);
    await replaceAllowedHosts(tx, onePerHost(destinations));
    const [taken] = await replaceDomains(tx, [...new Set(domains)]);
    if (taken !== undefined) refuse('conflict', 'tracking.domain_taken', { domain: taken });
    await savePriceRule(tx, input);
    tx.audit({
      verb: 'tracking.set_link_settings',
      subject: tx.workspaceId,
      change: {
        destinations: destinations.map((one) => one.host),
        domains,
        floorPpm: Number(input.floorPpm),
        ourDiscountPpm: Number(input.ourDiscountPpm),
      },
    });
    tx.emit({ type: 'link_settings.changed' });
    return linkSettings(tx);
  });
}

function readHost(typed: string): string {
  return typedHost(typed) ?? refuse('invalid', 'tracking.host_malformed', { host: typed });
}

function onePerHost(hosts: readonly AllowedHost[]): AllowedHost[] {
  return [...new Map(hosts.map((one) => [one.host, one])).values()];
}

async function keepPlacesInUse(
  tx: Tx,
  destinations: readonly AllowedHost[],
  domains: readonly string[],
): Promise<void> {
  for (const { destination, domain } of await placesInUse(tx)) {
    if (!mayLeadTo(destination, destinations))
      refuse('conflict', 'tracking.destination_in_use', { host: new URL(destination).host });
    if (domain !== null && !domains.includes(domain))
      refuse('conflict', 'tracking.domain_in_use', { domain });
  }
}
