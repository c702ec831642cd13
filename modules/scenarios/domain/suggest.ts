import type { DealRole } from '@mosty/deals/contract';
import type { Suggestion } from '../contract.ts';

/** What each kind of partner is usually good at (S3.19, S1.29–S1.32). A kind that is not here may do anything once. */
const FITS: Readonly<Record<DealRole, readonly string[]>> = {
  source: ['agent', 'affiliate', 'creator', 'ambassador', 'community', 'client'],
  implement: ['integrator', 'reseller'],
  expertise: ['consultant', 'ally', 'integrator'],
  expand: ['reseller', 'agent', 'integrator'],
};

/** A partner with an agreement in force, and what is known of it in the role. */
export interface Candidate {
  readonly agreementId: Suggestion['agreementId'];
  readonly partner: Suggestion['partner'];
  readonly class: string;
  readonly kind: string;
  /** Deals in which it had this very role, and in which it had any other. */
  readonly inRole: number;
  readonly inOther: number;
  readonly sitsHere: boolean;
}

const MOST = 5;

/**
 * Who could take the seat, best first, each with why. What was done weighs more than what a kind promises; whoever
 * sits in the scenario already comes last: one who does everything is a risk, not a link.
 */
export function suggest(role: DealRole, candidates: readonly Candidate[]): Suggestion[] {
  return candidates
    .map((one) => ({ one, fits: fitsOf(role, one) }))
    .filter(({ fits }) => fits.some(({ code }) => code === 'kind_fits' || code === 'did_it_before'))
    .sort(
      (a, b) =>
        Number(a.one.sitsHere) - Number(b.one.sitsHere) ||
        b.one.inRole - a.one.inRole ||
        Number(has(b.fits, 'kind_fits')) - Number(has(a.fits, 'kind_fits')) ||
        b.one.inOther - a.one.inOther ||
        a.one.partner.name.localeCompare(b.one.partner.name, 'ru'),
    )
    .slice(0, MOST)
    .map(({ one: { agreementId, partner, class: of, kind }, fits }) => ({
      agreementId,
      partner,
      class: of,
      kind,
      fits,
    }));
}

function fitsOf(role: DealRole, one: Candidate): Suggestion['fits'] {
  return [
    ...(one.inRole > 0 ? [{ code: 'did_it_before' as const, count: one.inRole }] : []),
    ...(FITS[role].includes(one.kind) ? [{ code: 'kind_fits' as const, count: 0 }] : []),
    ...(one.inRole === 0 ? [{ code: 'never_did_it' as const, count: 0 }] : []),
    ...(one.inOther > 0 ? [{ code: 'elsewhere' as const, count: one.inOther }] : []),
    ...(one.sitsHere ? [{ code: 'same_scenario' as const, count: 0 }] : []),
  ];
}

const has = (fits: Suggestion['fits'], code: Suggestion['fits'][number]['code']) =>
  fits.some((fit) => fit.code === code);
