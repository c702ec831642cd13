import { ability, keeps, knownPartner } from '@mosty/directory';
import { accessOf, findWorkspace, namesOf, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import { addressOf, gateOf, standingOf } from '@mosty/lifecycle';
import { leadsWhenNeutral } from '@mosty/tracking';
import { thanksLetters } from '../domain/thanks.ts';
import { rights } from '../policy.ts';
import { peopleKnown } from '../store/erasures.ts';
import { lastExit } from '../store/exits.ts';
import { clientsKept, dealsOpen, figuresOf, linksNotNeutral } from '../store/facts.ts';
import { handoversOf } from '../store/handovers.ts';
import { lastSummary, type SummaryRecord } from '../store/summaries.ts';

/** Documents about money are kept for five years after the year; until then the people in them are known. */
const KEPT_DAYS = 5 * 366;
const SHOWN = 50;

/** The whole of a parting, as the page of it shows. */
export async function presentExit(tx: Tx, partnerId: Id<'partner'>) {
  permit(tx, rights, 'exit.read');
  const partner = await knownPartner(tx, partnerId);
  const stage = (await standingOf(tx, [partnerId])).get(partnerId)?.stage ?? null;
  const exit = await lastExit(tx, partnerId);
  const gate =
    stage === 'leaving' ? (await gateOf(tx, partnerId)).find(({ to }) => to === 'ended') : undefined;
  const summary = exit && (await lastSummary(tx, exit));
  const clients = await clientsKept(tx, partnerId);
  const deals = await dealsOpen(tx, partnerId, exit?.no ?? 0);
  const given = exit ? await handoversOf(tx, exit, SHOWN) : [];
  const names = await namesOf(tx, [
    ...given.flatMap(({ what, toPartnerId, toMemberId }) => [what, toPartnerId ?? toMemberId ?? '']),
    ...(summary?.agreedBy ? [summary.agreedBy] : []),
  ]);
  const known = await peopleKnown(tx, partnerId);
  const company = (await findWorkspace(tx))?.name ?? '';
  const leads = (action: 'exit.write' | 'exit.hand_over' | 'exit.close_access') =>
    ability(
      () => permit(tx, rights, action),
      () =>
        keeps(tx, partner) ||
        new Refusal('not_permitted', 'directory.partner_of_another_manager', { partnerId }),
      () => exit?.closedAt === null || new Refusal('not_now', 'exits.not_leaving', { partnerId }),
    );
  return {
    partnerName: partner.name,
    stage,
    beganAt: exit?.beganAt ?? null,
    closedAt: exit?.closedAt ?? null,
    items: gate?.evidence ?? [],
    missing: gate?.missing ?? 0,
    thanks: {
      at: exit?.thankedAt ?? null,
      hasAddress: (await addressOf(tx, partnerId)) !== null,
      drafts: thanksLetters({ company, partner: partner.name }),
    },
    figures: await figuresOf(tx, partnerId),
    summary: summary && presentSummary(summary, names),
    clients: { count: clients.length, first: clients.slice(0, SHOWN) },
    deals: { count: deals.length, first: deals.slice(0, SHOWN) },
    handedOver: given.map(({ what, kind, toPartnerId, toMemberId, at }) => ({
      kind,
      name: names.get(what) ?? what,
      to: names.get(toPartnerId ?? toMemberId ?? '') ?? '–',
      at,
    })),
    links: { ...(await linksNotNeutral(tx, partnerId)), proposed: await leadsWhenNeutral(tx) },
    access: await accessOf(tx, partnerId),
    retentionOn: exit?.retentionOn ?? null,
    people: {
      faces: known.faces,
      signedIn: known.people,
      erasedAt: exit?.erasedAt ?? null,
      erased: exit?.erasedPeople ?? null,
    },
    retentionProposed: addDays(businessDateOf(tx.now(), tx.zone), KEPT_DAYS),
    can: {
      write: leads('exit.write'),
      handOver: leads('exit.hand_over'),
      closeAccess: leads('exit.close_access'),
      end: gate?.can['move'] ?? ability(() => new Refusal('not_now', 'exits.not_leaving', { partnerId })),
    },
  };
}

export function presentSummary({ agreedBy, ...summary }: SummaryRecord, names: ReadonlyMap<string, string>) {
  return { ...summary, agreedBy: agreedBy === null ? null : (names.get(agreedBy) ?? null) };
}
