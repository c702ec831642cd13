import { atLeast, type Path, type Stage } from '@mosty/lifecycle/contract';
import { Refusal } from '@mosty/kernel/refusal';
import type { Kind, ReportingClass } from '../contract/classes.ts';

/** What opening an agreement makes of the partner's place in the conveyor. */
export type OpeningWay = 'as_it_stands' | { readonly takeOver: 'agreed' | 'working' };

interface Opened {
  readonly class: ReportingClass;
  readonly signedOn?: string | null | undefined;
  readonly launchedOn?: string | null | undefined;
}

/**
 * Whether an agreement may be opened with a partner who stands at `stage` (null: a contact outside the conveyor). Words are
 * written down from the talk on; what was signed on paper before the gates were gone through is a taking over, said aloud.
 */
export function openingWay(row: Opened, stage: Stage | null, mayTakeOver: boolean): OpeningWay | Refusal {
  if (stage !== null && GONE.includes(stage))
    return new Refusal('not_now', 'agreements.partner_is_off', { stage });
  if (!row.signedOn) {
    const talked = stage !== null && atLeast(stage, row.class === 'referral' ? 'candidate' : 'talking');
    return talked ? 'as_it_stands' : new Refusal('not_now', 'agreements.talk_first', { stage });
  }
  const wanted = row.launchedOn ? 'working' : 'approved';
  if (stage !== null && atLeast(stage, wanted)) return 'as_it_stands';
  if (!mayTakeOver) return new Refusal('not_permitted', 'agreements.paper_is_taking_over', { stage });
  return { takeOver: row.launchedOn ? 'working' : 'agreed' };
}

const GONE: readonly Stage[] = ['declined', 'stop_listed', 'leaving', 'ended'];

/** The terms are accepted by those whom the check approved (S0.18): values and process first, then volume. */
export function checkAcceptance(stage: Stage | null): Refusal | null {
  return stage !== null && atLeast(stage, 'approved')
    ? null
    : new Refusal('not_now', 'agreements.approve_first', { stage });
}

/** By hand only one more agreement of a partner who works already; the first is launched by the conveyor. */
export function checkLaunchByHand(stage: Stage | null): Refusal | null {
  return stage === 'working' ? null : new Refusal('not_now', 'agreements.conveyor_launches', { stage });
}

/**
 * Whoever works with us by nothing else any more does not stop at a word about paper: we part, with everything that has to
 * be settled (S0.66). Drafts bind nobody, and inside a parting the agreement ends as it goes.
 */
export function checkEndByHand(
  agreement: Bound,
  others: readonly Bound[],
  stage: Stage | null,
): Refusal | null {
  const isLast = binds(agreement) && !others.some(binds);
  return isLast && stage !== null && atLeast(stage, 'agreed')
    ? new Refusal('not_now', 'agreements.last_ends_by_parting', { stage })
    : null;
}

interface Bound {
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
}
const binds = ({ acceptedAt, endedAt }: Bound) => acceptedAt !== null && endedAt === null;

/** The path of somebody taken over, by what was signed. */
export function pathOf(agreement: { readonly class: ReportingClass; readonly kind: Kind }): Path {
  if (agreement.class !== 'partner_sales') return agreement.class;
  return agreement.kind === 'affiliate' ? 'scaled' : 'standard';
}
