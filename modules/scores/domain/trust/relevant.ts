import type { Part, Row } from '../../contract/parts.ts';
import type { Facts } from '../facts.ts';
import { part, smoothed } from '../part.ts';

/** Audience in our ideal profile: .35 of relevance. */
export function fitting({ fit }: Pick<Facts, 'fit'>): Part {
  if (!fit) return part('fit', 35, 0, []);
  const row: Row = {
    id: 'profile',
    on: fit.on,
    says: 'profile',
    params: { percent: Math.round(fit.share * 100) },
  };
  return part('fit', 35, fit.share, [row], { n: fit.answers });
}

/** Our clients name it: log₂(1 + n) / 4, so fifteen say everything and the first says most. A quarter of relevance. */
export function named({ mentions }: Pick<Facts, 'mentions'>): Part {
  const rows: Row[] = mentions.map(({ id, on }) => ({ id, on, says: 'mention' }));
  return part('mentions', 25, Math.log2(1 + mentions.length) / 4, rows);
}

const WEIGHT = 6;
/** Where nobody registered anything yet; and the least it is compared with, lest one luck say everything. */
const USUAL_UNKNOWN = 0.7;
const USUAL_LEAST = 0.05;

/** Of what it registers, how much we take, beside the share usual here: not worse than usual is all .40. */
export function qualified({
  registrations,
  usualApproved,
}: Pick<Facts, 'registrations' | 'usualApproved'>): Part {
  const usual = Math.max(usualApproved ?? USUAL_UNKNOWN, USUAL_LEAST);
  const good = registrations.filter(({ approved }) => approved).length;
  const rows: Row[] = registrations.map(({ id, on, approved }) => ({
    id,
    on,
    says: approved ? 'registration_approved' : 'registration_rejected',
  }));
  return part('qualified', 40, smoothed(good, registrations.length, usual, WEIGHT) / usual, rows, { usual });
}
