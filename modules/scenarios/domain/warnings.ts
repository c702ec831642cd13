import type { Seat, Warning } from '../contract.ts';

/** What is unclear about who does what, said aloud: unclear roles are conflicts and lost margin (S3.20). */
export function warningsOf(
  seats: readonly Pick<Seat, 'position' | 'role' | 'agreementId' | 'inForce'>[],
): Warning[] {
  const where = (test: (seat: (typeof seats)[number]) => boolean) =>
    seats.filter(test).map((seat) => seat.position);
  const sources = where((seat) => seat.role === 'source');
  const gaps = where((seat) => seat.agreementId === null);
  const over = where((seat) => seat.agreementId !== null && !seat.inForce);
  const found: Warning[] = [];
  if (sources.length === 0) found.push({ code: 'no_source', positions: [] });
  if (sources.length > 1) found.push({ code: 'two_sources', positions: sources });
  if (!seats.some((seat) => seat.role === 'implement'))
    found.push({ code: 'nobody_implements', positions: [] });
  if (gaps.length > 0) found.push({ code: 'gap', positions: gaps });
  if (over.length > 0) found.push({ code: 'agreement_over', positions: over });
  return found;
}
