import { REGISTER_FROM, type AdLack, type PublicationState } from '../contract/publication.ts';

export interface Published {
  readonly isAd: boolean;
  readonly erid: string | null;
  readonly label: string | null;
  readonly followers: number | null;
  readonly registerProof: string | null;
  readonly outAt: Date | null;
  readonly reportedOn: string | null;
}

/** What the law asks of an advertisement before it goes out. Whoever is paid nothing writes as they like. */
export function adLacks(it: Published): AdLack[] {
  if (!it.isAd) return [];
  const lacks: AdLack[] = [];
  if (it.erid === null) lacks.push('erid');
  if (it.label === null) lacks.push('label');
  if ((it.followers ?? 0) > REGISTER_FROM && it.registerProof === null) lacks.push('register_proof');
  return lacks;
}

export function publicationState(it: Published): PublicationState {
  if (it.reportedOn !== null) return 'reported';
  if (it.outAt !== null) return 'out';
  return adLacks(it).length > 0 ? 'not_ready' : 'ready';
}
