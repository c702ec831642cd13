import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { hostOf, mayLeadTo, typedHost, type AllowedHost } from '../domain/new-link.ts';
import { rights } from '../policy.ts';
import { allowedHosts, ownDomains, replaceAllowedHosts, replaceDomains } from '../store/hosts.ts';
import { placesInUse } from '../store/links.ts';
import { neutralPlace, saveNeutralPlace } from '../store/neutral-place.ts';
import { moveNeutral } from '../store/pauses.ts';
import { findPriceRule, savePriceRule, type PriceRule } from '../store/price-rule.ts';
import { leadsWhenNeutral } from './leads-when-neutral.ts';

export interface LinkSettings extends PriceRule {
  readonly destinations: readonly AllowedHost[];
  readonly domains: readonly string[];
  /** Where links of paused partners lead; null: to the first of the sites. */
  readonly neutralTo: string | null;
}

/** As it is asked for: what is left out stays. */
export type SetLinkSettings = Omit<LinkSettings, 'neutralTo'> & {
  readonly neutralTo?: string | null | undefined;
};

export async function linkSettings(tx: Tx): Promise<LinkSettings> {
  return {
    destinations: await allowedHosts(tx),
    domains: await ownDomains(tx),
    ...(await findPriceRule(tx)),
    neutralTo: await neutralPlace(tx),
  };
}

/**
 * Where links may lead, on which hosts they answer and what of the price always remains. A host that working links
 * stand on is not taken away behind their backs.
 * @throws tracking.host_malformed, tracking.destination_not_allowed, tracking.destination_in_use, tracking.domain_in_use, tracking.domain_taken
 */
export function setLinkSettings(ctx: Context, input: SetLinkSettings): Promise<LinkSettings> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'link_settings.set');
    const destinations = input.destinations.map((one) => ({ ...one, host: readHost(one.host) }));
    const domains = input.domains.map(readHost);
    await keepPlacesInUse(tx, destinations, domains);
    await replaceAllowedHosts(tx, onePerHost(destinations));
    const [taken] = await replaceDomains(tx, [...new Set(domains)]);
    if (taken !== undefined) refuse('conflict', 'tracking.domain_taken', { domain: taken });
    await savePriceRule(tx, input);
    const neutralTo = await setNeutralPlace(tx, destinations, input.neutralTo);
    tx.audit({
      verb: 'tracking.set_link_settings',
      subject: tx.workspaceId,
      change: {
        destinations: destinations.map((one) => one.host),
        domains,
        floorPpm: Number(input.floorPpm),
        ourDiscountPpm: Number(input.ourDiscountPpm),
        neutralTo,
      },
    });
    tx.emit({ type: 'link_settings.changed' });
    return linkSettings(tx);
  });
}

/** A page of the company's own, as any place a link leads to. Links that are paused now lead there at once. */
async function setNeutralPlace(
  tx: Tx,
  destinations: readonly AllowedHost[],
  wanted: string | null | undefined,
): Promise<string | null> {
  const neutralTo = wanted === undefined ? await neutralPlace(tx) : wanted;
  if (neutralTo !== null && !mayLeadTo(neutralTo, destinations))
    refuse('invalid', 'tracking.destination_not_allowed', {
      host: hostOf(neutralTo) ?? neutralTo,
      allowed: destinations.map((one) => one.host).join(', '),
    });
  await saveNeutralPlace(tx, neutralTo);
  for (const changed of await moveNeutral(tx, await leadsWhenNeutral(tx)))
    tx.emit({ type: 'link.changed', ...changed });
  return neutralTo;
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
