import type { Detector } from './detector.ts';
import type { Facts, Finding } from './facts.ts';

export interface Ended {
  readonly partnerId: string;
  readonly sign: string;
  readonly state: 'lifted' | 'closed';
  readonly endedAt: Date;
  readonly subjects: readonly string[];
}

/**
 * A flag that ended speaks no more: of what has a time only what came after is looked at, so that the same sales do not
 * raise it every night, and what comes again after a fix is a repeat. A state that was explained stays explained; one that
 * was said to be fixed and is there again is not.
 */
export function sinceEnded<Of extends keyof Facts>(
  detector: Detector<Of>,
  facts: Pick<Facts, Of>,
  ended: readonly Ended[],
): Pick<Facts, Of> {
  if (detector.isState) return facts;
  const last = new Map<string, Date>();
  for (const { partnerId, sign, endedAt } of ended)
    if (sign === detector.code && (last.get(partnerId) ?? new Date(0)) < endedAt)
      last.set(partnerId, endedAt);
  if (last.size === 0) return facts;
  const isAfter = (fact: { partnerId: string; at?: Date; day?: string }) => {
    const end = last.get(fact.partnerId);
    if (!end) return true;
    if (fact.at) return fact.at > end;
    return fact.day === undefined || fact.day > end.toISOString().slice(0, 10);
  };
  const kept = Object.entries(facts).map(([key, all]) => [
    key,
    // Answers of ours are no facts of the partner's: they hold as long as they hold.
    key === 'answers' ? all : (all as readonly { partnerId: string }[]).filter(isAfter),
  ]);
  return Object.fromEntries(kept) as Pick<Facts, Of>;
}

export function withoutExplained(
  detector: Detector,
  found: readonly Finding[],
  ended: readonly Ended[],
): Finding[] {
  if (!detector.isState) return [...found];
  const explained = new Set(
    ended
      .filter(({ sign, state }) => sign === detector.code && state === 'lifted')
      .flatMap(({ partnerId, subjects }) => subjects.map((subject) => `${partnerId} ${subject}`)),
  );
  return found.flatMap((one) => {
    const rows = one.rows.filter(({ subject }) => !explained.has(`${one.partnerId} ${subject}`));
    return rows.length === 0 ? [] : [{ ...one, rows }];
  });
}
