import { keptPartner, type KeyKind } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import type { DealChannel, DealKind, HandoverBasis } from '../contract/deal.ts';
import type { RegistrantClient } from '../contract/registration.ts';
import { doubtAbout, newRegistration } from '../domain/registration.ts';
import { rights } from '../policy.ts';
import { insertDealEvents } from '../store/deal-events.ts';
import {
  dealsById,
  dealsOfClients,
  holdRegistrations,
  insertDeals,
  type DealRecord,
} from '../store/deals.ts';
import { chooseAgreement } from './choose-agreement.ts';
import { firstOwner, mustBeOurs } from './deal-owner.ts';
import { newDeal } from './new-deal.ts';
import { knownClient, recogniseClient, writeClient, type Recognised } from './recognise-client.ts';
import { mustFitStage, OPEN } from './stage-limit.ts';
import { tellHandedOver } from './registration-news.ts';
import { rulesOf } from './stages.ts';
import { tellDeals } from './tell-deals.ts';

export interface RegisterDeal {
  /** A partner's person registers for their own partner; null or nothing: a deal of our own. */
  readonly partnerId?: Id<'partner'> | null | undefined;
  readonly agreementId?: Id<'agreement'> | undefined;
  readonly client?: RegistrantClient | undefined;
  readonly clientId?: Id<'client'> | undefined;
  readonly kind?: DealKind | undefined;
  readonly expandsDealId?: Id<'deal'> | undefined;
  readonly title?: string | undefined;
  readonly handoverBasis?: HandoverBasis | undefined;
  readonly amountMinor?: bigint | undefined;
  readonly currency?: string | undefined;
  readonly nextStep?: string | undefined;
  readonly nextStepOn?: BusinessDate | undefined;
  readonly expectedOn?: BusinessDate | undefined;
  /** Left out: the partner's manager, or whoever writes it down. */
  readonly ownerMemberId?: Id<'member'> | undefined;
}

export interface Registered {
  readonly deal: DealRecord | null;
  readonly answer: 'accepted' | 'looks_alike' | 'taken' | 'yours_already';
  readonly met: readonly KeyKind[];
}

/**
 * Hands over a client. The duplicate is answered at once: the same partner is shown its own registration, another one is
 * told that the client is taken, never by whom. The earliest stands. Two who register at the same moment wait for each
 * other.
 * @throws deals.no_agreement, deals.no_client, deals.handover_basis_needed, deals.expands_unknown,
 *   deals.stage_limit
 */
export function registerDeal(ctx: Context, input: RegisterDeal): Promise<Registered> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'deal.register');
    const { actor } = tx;
    const ofPartner = actor.type === 'person' ? actor.partnerId : null;
    if (ofPartner && (input.clientId || (input.partnerId && input.partnerId !== ofPartner)))
      refuse('not_permitted', 'deals.only_for_oneself');
    if (input.ownerMemberId) {
      if (ofPartner) refuse('not_permitted', 'deals.only_for_oneself');
      await mustBeOurs(tx, input.ownerMemberId);
    }
    const partnerId = ofPartner ?? input.partnerId ?? null;
    if (partnerId && !ofPartner) await keptPartner(tx, partnerId);
    const channel = ofPartner ? 'partner' : actor.type === 'api_key' ? 'api' : 'manager';
    return beyondPartner(tx, () => register(tx, { ...input, partnerId }, channel));
  });
}

/** The part that every door shares: a partner, a manager, a form. The caller has asked for the right. */
export async function register(
  tx: Tx,
  input: RegisterDeal & { readonly namedRegistrant?: string | undefined },
  channel: DealChannel,
): Promise<Registered> {
  await holdRegistrations(tx);
  const partnerId = input.partnerId ?? null;
  const agreement = partnerId ? await chooseAgreement(tx, partnerId, input.agreementId) : null;
  const isTold = partnerId !== null || channel === 'public_form';
  if (isTold && !input.clientId && !input.handoverBasis) refuse('invalid', 'deals.handover_basis_needed');
  const recognised = await clientOf(tx, input);
  const today = businessDateOf(tx.now(), tx.zone);
  const others = recognised.client ? await dealsOfClients(tx, [recognised.client.id]) : [];
  const kind = input.kind ?? 'new';
  const own = others.find(
    (other) =>
      kind === 'new' &&
      partnerId !== null &&
      other.partnerId === partnerId &&
      other.outcome === null &&
      ['pending', 'approved', 'conflicted'].includes(other.registration),
  );
  if (own) return { deal: own, answer: 'yours_already', met: recognised.met };
  // A client who filled in a form is not lost by it: a person answers such a registration, and meets the limit there.
  if (partnerId && channel !== 'public_form') await mustFitStage(tx, partnerId, OPEN);
  if (input.expandsDealId && (await dealsById(tx, [input.expandsDealId])).length === 0)
    refuse('not_found', 'deals.deal_unknown', { dealId: input.expandsDealId });

  const doubt = isTold
    ? doubtAbout({ partnerId, kind }, others, { hasPaid: Boolean(recognised.client?.firstPaidAt) }, today)
    : null;
  const client = recognised.client ?? (await writeClient(tx, input.client as RegistrantClient));
  const moment = { now: tx.now(), zone: tx.zone, rules: await rulesOf(tx) };
  const deal = await newDeal(tx, {
    title: input.title ?? input.client?.name ?? client.name,
    channel,
    clientId: client.id,
    kind,
    expandsDealId: input.expandsDealId ?? null,
    partnerId,
    agreementId: agreement?.id ?? null,
    namedRegistrant: input.namedRegistrant ?? null,
    handoverBasis: input.handoverBasis ?? null,
    amountMinor: input.amountMinor ?? null,
    ...(input.currency ? { currency: input.currency } : {}),
    nextStep: input.nextStep ?? null,
    nextStepOn: input.nextStepOn ?? null,
    expectedOn: input.expectedOn ?? null,
    ownerMemberId: input.ownerMemberId ?? (await firstOwner(tx, partnerId)),
    ...(isTold ? asIds(newRegistration(doubt, moment)) : { registration: 'none' }),
  });
  await insertDeals(tx, [deal]);
  await insertDealEvents(tx, [
    {
      dealId: deal.id,
      what: isTold ? 'registered' : 'opened',
      params: { channel, ...(recognised.met.length > 0 ? { met: recognised.met } : {}) },
    },
    ...(doubt ? [{ dealId: deal.id, what: 'conflicted', params: { doubt: doubt.doubt } }] : []),
  ]);
  tx.audit({
    verb: 'deals.register_deal',
    subject: deal.id,
    change: { channel, partnerId, clientId: client.id, registration: deal.registration },
  });
  tellDeals(tx, 'deal.registered', [deal]);
  await tellHandedOver(tx, deal);
  if (doubt) tellDeals(tx, 'deal.conflicted', [deal]);
  return {
    deal,
    answer: doubt ? 'taken' : recognised.looksAlike ? 'looks_alike' : 'accepted',
    met: recognised.met,
  };
}

async function clientOf(tx: Tx, input: RegisterDeal): Promise<Recognised> {
  if (input.clientId) return { client: await knownClient(tx, input.clientId), looksAlike: false, met: [] };
  if (!input.client) return refuse('invalid', 'deals.no_client');
  return recogniseClient(tx, input.client);
}

/** The rules speak of any text as an id; what they answer with came from our own rows. */
function asIds({ yieldsToDealId, ...rest }: ReturnType<typeof newRegistration>) {
  return { ...rest, yieldsToDealId: yieldsToDealId as Id<'deal'> | null };
}
