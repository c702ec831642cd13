import type { Instant, BusinessDate, Month } from '@mosty/kernel/time';
import { addDays, monthOf } from '@mosty/kernel/time';
import type { DealRole } from '@mosty/attribution/contract';
import { line, type Line } from '../contract/explanation.ts';
import type { Terms } from '../contract/terms.ts';
import { PLAIN, type AccrualSubject, type NewAccrual } from './accrual.ts';
import type { DealBook } from './deal-book.ts';
import { capOnDeal } from './cap.ts';
import { NO_PROGRESS, type Part } from './facts.ts';
import { lifeAtBirth } from './life.ts';
import { empty, price } from './price.ts';
import { isVersion, looksBack, type SchemeBook, type Version } from './scheme-book.ts';
import type { TallyBook } from './tally.ts';

/** Somebody's part in a sale, or in a credit to a client (then the amount has a minus). */
export interface Participation extends AccrualSubject {
  readonly participantId: NonNullable<AccrualSubject['participantId']>;
  readonly clientId: string | null;
  readonly occurredAt: Instant;
  readonly currency: string;
  readonly amountMicro: bigint;
  readonly vatMicro: bigint | null;
  readonly listMinor: bigint | null;
  readonly isFirst: boolean;
  /** The most the part may earn on its deal, over all sales of it; null: no such limit. */
  readonly capMinor: bigint | null;
  readonly dealId: string | null;
  /** The deal that named it goes on from another. */
  readonly expands: boolean;
}

/** Everything the rules look at besides the sale itself. */
export interface World {
  readonly schemes: SchemeBook;
  readonly tallies: TallyBook;
  readonly deals: DealBook;
  readonly now: { readonly at: Instant; readonly day: BusinessDate };
  dayOf(at: Instant): BusinessDate;
  firstPaidOn(clientId: string): BusinessDate | null;
  /** The open month in which something of this instant is entered. */
  periodOf(at: Instant): Month;
}

interface Placed {
  readonly one: Participation;
  readonly day: BusinessDate;
  readonly found: Version | Line;
  /** The role that it is paid as. */
  readonly role: DealRole;
}

/** Accruals of the given parts, in their order: levels are reached by earlier sales first. */
export function accrue(participations: readonly Participation[], world: World): NewAccrual[] {
  const placed = participations.map((one): Placed => {
    const day = world.dayOf(one.occurredAt);
    const role = paidAs(one, day, world.schemes);
    return { one, day, role, found: world.schemes.find(one.agreementId, role, day) };
  });
  const together = sharers(placed);
  return placed.flatMap((place) => accrueOne(place, together.get(place) ?? [place], world));
}

/**
 * Whoever registered an expansion brought its sales, and is paid for expanding where the agreement's scheme speaks of
 * that; where it does not, as for any sale that one has brought.
 */
export function paidAs(one: Participation, day: BusinessDate, schemes: SchemeBook): DealRole {
  const isExpansion = one.role === 'source' && one.expands;
  return isExpansion && schemes.speaksOf(one.agreementId, 'expand', day) ? 'expand' : (one.role as DealRole);
}

/** Several partners in one role of one sale, paid by one version, split what it pays between them. */
function sharers(placed: readonly Placed[]): Map<Placed, readonly Placed[]> {
  const groups = Map.groupBy(placed, ({ one, role, found }) =>
    isVersion(found) && one.sharePpm < 1_000_000n && !looksBack(found.terms)
      ? `${one.saleId ?? one.refundId} ${role} ${found.id}`
      : null,
  );
  groups.delete(null);
  return new Map([...groups.values()].flatMap((group) => group.map((place) => [place, group] as const)));
}

function accrueOne({ one, day, found, role }: Placed, group: readonly Placed[], world: World): NewAccrual[] {
  if (!isVersion(found)) {
    const what = line(one.amountMicro < 0n ? 'credit' : 'sale', {
      amountMicro: one.amountMicro.toString(),
      currency: one.currency,
    });
    return [toAccrual(one, day, empty(one.amountMicro, [what, found]), null, false, world)];
  }
  const { terms } = found;
  const month = monthOf(day);
  const pricing = price(terms, {
    amountMicro: one.amountMicro,
    currency: one.currency,
    vatMicro: one.vatMicro,
    listMinor: one.listMinor,
    day,
    isFirst: one.isFirst,
    firstPaidOn: one.clientId === null ? null : world.firstPaidOn(one.clientId),
    role,
    sharesPpm: group.map((place) => place.one.sharePpm),
    place: group.findIndex((place) => place.one === one),
    progress: looksBack(terms) ? world.tallies.before(one, month, terms) : NO_PROGRESS,
  });
  const accruals = pricing.parts.map((part, place) =>
    toAccrual(one, day, withinDeal(one, part, world), found, pricing.counts && place === 0, world),
  );
  for (const accrual of accruals) {
    world.tallies.add({
      agreementId: one.agreementId,
      role: one.role,
      currency: one.currency,
      month,
      micro: accrual.tallyMicro,
      count: BigInt(accrual.tallyCount),
      minor: accrual.amountMinor,
    });
  }
  return accruals;
}

function withinDeal(one: Participation, part: Part, world: World): Part {
  if (one.dealId === null || one.capMinor === null || part.amountMinor <= 0n) return part;
  const capped = capOnDeal(one.capMinor, world.deals.earned(one), part.amountMinor);
  world.deals.add(one, capped.amountMinor);
  return { ...part, amountMinor: capped.amountMinor, lines: [...part.lines, ...capped.lines] };
}

const UNPRICED: Pick<Terms, 'approval' | 'holdDays' | 'rounding'> = {
  approval: 'auto',
  holdDays: 0,
  rounding: 'half_away_from_zero',
};

/** `counts`: the row that carries the sale into the tally, once however many rows the sale makes. */
function toAccrual(
  one: Participation,
  day: BusinessDate,
  part: Part,
  version: Version | null,
  counts: boolean,
  world: World,
): NewAccrual {
  const { approval, holdDays, rounding } = version?.terms ?? UNPRICED;
  const isCredit = one.refundId !== null;
  const fact = {
    ...PLAIN,
    saleId: one.saleId,
    refundId: one.refundId,
    participantId: one.participantId,
    partnerId: one.partnerId,
    agreementId: one.agreementId,
    class: one.class,
    role: one.role,
    sharePpm: one.sharePpm,
    kind: isCredit ? ('clawback' as const) : part.kind,
    schemeVersionId: version?.id ?? null,
    baseMicro: part.baseMicro,
    currency: one.currency,
    ratePpm: part.ratePpm,
    amountMinor: part.amountMinor,
    rounding,
    explanation: { lines: part.lines },
    tallyMicro: counts ? part.baseMicro : 0n,
    tallyCount: counts && !isCredit ? 1 : 0,
    effectiveAt: one.occurredAt,
    period: world.periodOf(one.occurredAt),
    approval,
    maturesOn: addDays(day, holdDays),
  };
  return { ...fact, ...lifeAtBirth(fact, world.now) };
}
