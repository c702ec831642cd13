import { knownAgreement } from '@mosty/agreements';
import { keptPartner } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { Refusal, refuse } from '@mosty/kernel/refusal';
import { linkKey } from '../contract/link-address.ts';
import { freeText, slugOf } from '../domain/made-key.ts';
import { checkLink, isReserved } from '../domain/new-link.ts';
import { allowedHosts, ownDomains } from '../store/hosts.ts';
import { insertLink, keysLike, type LinkRecord } from '../store/links.ts';

export interface NewLink {
  readonly agreementId: Id<'agreement'>;
  /** Made from the partner's name unless told. */
  readonly key?: string | undefined;
  readonly domain?: string | undefined;
  readonly destination: string;
  readonly title?: string | undefined;
  readonly campaign?: string | undefined;
  readonly content?: string | undefined;
  readonly erid?: string | undefined;
  readonly adLabel?: string | undefined;
  readonly expiresAt?: Date | undefined;
}

/** The link as it would be, with a key that is free now. @throws the refusal that stands in its way */
export async function draftLink(
  tx: Tx,
  input: NewLink,
  given: readonly string[] = [],
): Promise<{ link: LinkRecord; partnerName: string }> {
  const agreement = await knownAgreement(tx, input.agreementId);
  const partner = await keptPartner(tx, agreement.partnerId);
  const about = {
    agreement,
    destinations: await allowedHosts(tx),
    domains: await ownDomains(tx),
    now: tx.now(),
  };
  const refusal = checkLink(
    {
      key: input.key,
      destination: input.destination,
      domain: input.domain,
      expiresAt: input.expiresAt,
    },
    about,
  );
  if (refusal) throw refusal;
  const link: LinkRecord = {
    id: tx.id('link'),
    key: input.key ?? (await freeKey(tx, partner.name, given)),
    agreementId: agreement.id,
    partnerId: agreement.partnerId,
    domain: input.domain ?? null,
    destination: new URL(input.destination).href,
    title: input.title ?? null,
    medium: agreement.kind,
    campaign: input.campaign ?? null,
    content: input.content ?? null,
    erid: input.erid ?? null,
    adLabel: input.adLabel ?? null,
    createdAt: tx.now(),
    createdBy: tx.actor.id,
    expiresAt: input.expiresAt ?? null,
    archivedAt: null,
  };
  return { link, partnerName: partner.name };
}

async function freeKey(tx: Tx, partnerName: string, given: readonly string[]): Promise<string> {
  const wanted = slugOf(partnerName) || 'partner';
  const taken = new Set([...(await keysLike(tx, linkKey(wanted))), ...given.map(linkKey)]);
  return freeText(wanted, (text) => taken.has(linkKey(text)) || isReserved(text));
}

/** @throws tracking.link_key_taken */
export async function saveLink(tx: Tx, link: LinkRecord): Promise<void> {
  if (!(await insertLink(tx, link))) refuse('conflict', 'tracking.link_key_taken', { key: link.key });
  tx.audit({
    verb: 'tracking.create_link',
    subject: link.partnerId,
    change: { linkId: link.id, agreementId: link.agreementId },
  });
  tx.emit({ type: 'link.created', linkId: link.id, partnerId: link.partnerId });
}

/** The refusal of a row among many; everything else is a fault of ours and is thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
