import type { Tx } from '@mosty/kernel/context';
import { isId, type Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { nameKey } from '../domain/fold.ts';
import { partnersByExternal, partnersById, partnersByName, type PartnerRecord } from '../store/partners.ts';

export interface FoundPartners {
  byExternal(text: string): Id<'partner'> | undefined;
  /** A refusal where several have that name. Archived ones are found only where nobody else has it. */
  byName(text: string): Id<'partner'> | undefined | Refusal;
}

/** Looks many partners up at once by what another program calls them: external ids, names, or a mix. */
export async function findPartners(tx: Tx, texts: readonly string[]): Promise<FoundPartners> {
  const unique = [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
  const exact = await partnersByExternal(tx, unique);
  const byExternal = new Map(
    exact.flatMap((partner) => (partner.externalId === null ? [] : [[partner.externalId, partner.id]])),
  );
  const named = await partnersByName(tx, unique.map(nameKey));
  const byName = Map.groupBy(named, (partner) => nameKey(partner.name));
  return {
    byExternal: (text) => byExternal.get(text.trim()),
    byName: (text) => only(byName.get(nameKey(text)) ?? [], text),
  };
}

/**
 * Text → partner, for a sale that names who brought it: our own id, which a form gives, wins over an external one, that
 * over a name; an ambiguous name finds nobody.
 */
export async function findPartnersByReference(
  tx: Tx,
  texts: readonly string[],
): Promise<Map<string, Id<'partner'>>> {
  const found = await findPartners(tx, texts);
  const chosen = texts.filter((text) => isId('partner', text));
  const byId = new Map<string, Id<'partner'>>(
    (chosen.length > 0 ? await partnersById(tx, chosen) : []).map(({ id }) => [id, id]),
  );
  const answer = new Map<string, Id<'partner'>>();
  for (const text of new Set(texts)) {
    const partner = byId.get(text) ?? found.byExternal(text) ?? found.byName(text);
    if (partner !== undefined && !(partner instanceof Refusal)) answer.set(text, partner);
  }
  return answer;
}

function only(named: readonly PartnerRecord[], text: string): Id<'partner'> | undefined | Refusal {
  const live = named.filter((partner) => partner.archivedAt === null);
  const same = live.length > 0 ? live : named;
  if (same.length > 1)
    return new Refusal('conflict', 'directory.name_is_ambiguous', { name: text, count: same.length });
  return same[0]?.id;
}
