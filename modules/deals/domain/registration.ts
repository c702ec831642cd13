import { Refusal } from '@mosty/kernel/refusal';
import { addDays, businessDateOf, type BusinessDate, type Instant, type Zone } from '@mosty/kernel/time';
import type { Doubt, HandoverBasis, Outcome, Registration } from '../contract/deal.ts';
import type { RegistrationRules } from '../contract/stage.ts';
import { afterWorkingHours } from './working-hours.ts';

/** Two days of work to answer, a quarter of protection, twice a month more: what partner programs usually promise. */
export const SHIPPED_RULES: RegistrationRules = {
  protectionDays: 90,
  extensionDays: 30,
  extensionsMax: 2,
  answerHours: 18,
};

/** What the rules of a registration look at and change. */
export interface Registered {
  readonly id: string;
  readonly number: number;
  readonly clientId: string | null;
  readonly partnerId: string | null;
  readonly registration: Registration;
  readonly registeredAt: Instant | null;
  readonly answerDueAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly protectedUntil: BusinessDate | null;
  readonly extendedTimes: number;
  readonly yieldsToDealId: string | null;
  readonly doubt: Doubt | null;
  readonly handoverBasis: HandoverBasis | null;
  readonly clientConfirmedAt: Instant | null;
  readonly outcome: Outcome | null;
}

export interface Moment {
  readonly now: Instant;
  readonly zone: Zone;
  readonly rules: RegistrationRules;
}

/** Waits for an answer or protects: nobody else gets the client meanwhile. */
export function stands(deal: Registered, today: BusinessDate): boolean {
  if (deal.partnerId === null || deal.outcome !== null) return false;
  if (deal.registration === 'pending') return true;
  return deal.registration === 'approved' && deal.protectedUntil !== null && today <= deal.protectedUntil;
}

/** The registration of another partner that keeps this one off: the earliest that stands. */
export function standingBefore<Deal extends Registered>(
  deal: { readonly id: string | null; readonly partnerId: string | null },
  others: readonly Deal[],
  today: BusinessDate,
): Deal | null {
  const earlier = others.filter(
    (other) => other.id !== deal.id && other.partnerId !== deal.partnerId && stands(other, today),
  );
  return earlier.toSorted(byRegistration)[0] ?? null;
}

export function byRegistration(a: Registered, b: Registered): number {
  return (a.registeredAt?.getTime() ?? 0) - (b.registeredAt?.getTime() ?? 0) || a.number - b.number;
}

/** Why a new registration is not simply taken: who or what was there before it. */
export function doubtAbout(
  deal: { readonly partnerId: string | null; readonly kind: string },
  others: readonly Registered[],
  client: { readonly hasPaid: boolean },
  today: BusinessDate,
): { doubt: Doubt; yieldsTo: string | null } | null {
  const before = standingBefore({ id: null, partnerId: deal.partnerId }, others, today);
  if (before) return { doubt: 'registered_earlier', yieldsTo: before.id };
  if (deal.kind !== 'new') return null;
  const own = others.find((other) => other.partnerId === null && other.outcome === null);
  if (own && own.registration === 'none') return { doubt: 'own_deal', yieldsTo: null };
  return client.hasPaid ? { doubt: 'our_client', yieldsTo: null } : null;
}

/** A registration just made: it waits for an answer, or it came second. */
export function newRegistration(
  doubt: ReturnType<typeof doubtAbout>,
  { now, zone, rules }: Moment,
): Pick<Registered, 'registration' | 'registeredAt' | 'answerDueAt' | 'doubt' | 'yieldsToDealId'> {
  return {
    registration: doubt ? 'conflicted' : 'pending',
    registeredAt: now,
    answerDueAt: doubt ? null : afterWorkingHours(now, rules.answerHours, zone),
    doubt: doubt?.doubt ?? null,
    yieldsToDealId: doubt?.yieldsTo ?? null,
  };
}

type Change<Deal> = Refusal | Deal;
const not = (code: string, deal: Registered) =>
  new Refusal('not_now', `deals.${code}`, { number: deal.number, registration: deal.registration });

/** Protection is counted from the registration, not from our answer: slowness of ours costs the partner nothing. */
export function approve<Deal extends Registered>(
  deal: Deal,
  others: readonly Registered[],
  moment: Moment,
): Change<Deal> {
  if (deal.registration !== 'pending' && deal.registration !== 'conflicted') return not('not_waiting', deal);
  if (deal.outcome !== null) return not('deal_closed', deal);
  if (deal.partnerId === null) return not('nobody_registered', deal);
  if (deal.handoverBasis === 'confirmation_letter' && deal.clientConfirmedAt === null)
    return not('client_not_asked', deal);
  const before = standingBefore(deal, others, todayOf(moment));
  if (before) return new Refusal('conflict', 'deals.registered_earlier', { number: before.number });
  // One that came second is protected from our answer on: until then it was the other's client.
  const from = deal.doubt === 'registered_earlier' ? moment.now : (deal.registeredAt ?? moment.now);
  const until = addDays(businessDateOf(from, moment.zone), moment.rules.protectionDays);
  return {
    ...deal,
    registration: 'approved',
    registeredAt: from,
    decidedAt: moment.now,
    protectedUntil: until < todayOf(moment) ? todayOf(moment) : until,
    yieldsToDealId: null,
  };
}

/**
 * What people ruled of whose client it is, whatever was answered before. Whoever gets it has it from the day the deal
 * was registered, or opened, and is protected as anybody else; nobody: the client was ours.
 */
export function ruledFor<
  Deal extends Registered & { agreementId: string | null; createdAt: Date },
  Registrant extends Pick<Deal, 'partnerId' | 'agreementId'>,
>(deal: Deal, registrant: Registrant | null, moment: Moment): Deal {
  const over = { ...deal, decidedAt: moment.now, yieldsToDealId: null, doubt: null, answerDueAt: null };
  if (!registrant)
    return { ...over, partnerId: null, agreementId: null, registration: 'none', protectedUntil: null };
  const from = deal.registeredAt ?? deal.createdAt;
  const until =
    deal.protectedUntil ?? addDays(businessDateOf(from, moment.zone), moment.rules.protectionDays);
  const isOver = deal.outcome === null && until < todayOf(moment);
  return {
    ...over,
    ...registrant,
    registration: deal.registration === 'expired' ? 'expired' : 'approved',
    registeredAt: from,
    protectedUntil: isOver && deal.registration !== 'expired' ? todayOf(moment) : until,
  };
}

export function reject<Deal extends Registered>(deal: Deal, { now }: Moment): Change<Deal> {
  if (deal.registration !== 'pending' && deal.registration !== 'conflicted') return not('not_waiting', deal);
  return { ...deal, registration: 'rejected', decidedAt: now };
}

export function withdraw<Deal extends Registered>(deal: Deal, { now }: Moment): Change<Deal> {
  if (deal.outcome !== null) return not('deal_closed', deal);
  if (!['pending', 'approved', 'conflicted'].includes(deal.registration)) return not('not_registered', deal);
  return { ...deal, registration: 'withdrawn', decidedAt: now, yieldsToDealId: null };
}

export function extend<Deal extends Registered>(deal: Deal, { rules, ...moment }: Moment): Change<Deal> {
  const today = todayOf(moment);
  if (deal.outcome !== null) return not('deal_closed', deal);
  if (deal.registration !== 'approved' || deal.protectedUntil === null || deal.protectedUntil < today)
    return not('not_protected', deal);
  if (deal.extendedTimes >= rules.extensionsMax)
    return new Refusal('limit', 'deals.extended_enough', { times: rules.extensionsMax });
  return {
    ...deal,
    protectedUntil: addDays(deal.protectedUntil, rules.extensionDays),
    extendedTimes: deal.extendedTimes + 1,
  };
}

/** Null: it is not its time yet. */
export function expire<Deal extends Registered>(
  deal: Deal,
  moment: Pick<Moment, 'now' | 'zone'>,
): Deal | null {
  const isOver = deal.protectedUntil !== null && deal.protectedUntil < todayOf(moment);
  if (deal.registration !== 'approved' || deal.outcome !== null || !isOver) return null;
  return { ...deal, registration: 'expired' };
}

/**
 * Those that came second to a registration which stands no more: the earliest of them counts from now and waits for an
 * answer, the rest come second to it, or to another that stands meanwhile. `all` are the client's, `waiting` among them.
 */
export function revive<Deal extends Registered>(
  waiting: readonly Deal[],
  all: readonly Registered[],
  moment: Moment,
): Deal[] {
  const { now, zone, rules } = moment;
  const changed = new Map<string, Deal>();
  const second = waiting.filter((deal) => deal.registration === 'conflicted' && deal.outcome === null);
  for (const deal of second.toSorted(byRegistration)) {
    const others = all.map((other) => changed.get(other.id) ?? other);
    const before = standingBefore(deal, others, todayOf(moment));
    changed.set(
      deal.id,
      before
        ? { ...deal, yieldsToDealId: before.id }
        : {
            ...deal,
            registration: 'pending',
            registeredAt: now,
            answerDueAt: afterWorkingHours(now, rules.answerHours, zone),
            yieldsToDealId: null,
            doubt: null,
          },
    );
  }
  return [...changed.values()];
}

export function isOverdue(deal: Pick<Registered, 'registration' | 'answerDueAt'>, now: Instant): boolean {
  return deal.registration === 'pending' && deal.answerDueAt !== null && deal.answerDueAt < now;
}

const todayOf = ({ now, zone }: Pick<Moment, 'now' | 'zone'>) => businessDateOf(now, zone);
