import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import type { Part, Row } from '../../contract/parts.ts';
import type { Facts } from '../facts.ts';
import { inOrder, part, round1 } from '../part.ts';

const COSTS = { watch: 4, serious: 12, critical: 30 } as const;
const SAYS = { watch: 'incident_watch', serious: 'incident_serious', critical: 'incident_critical' } as const;
const HALF_LIFE_DAYS = 180;

/** What broke: 4, 12 or 30 points of reliability, half of it when it was mended in time, and half again each 180 days. */
export function incidents({ incidents: all }: Pick<Facts, 'incidents'>, today: BusinessDate): Part {
  const costs = all.map(({ id, on, severity, inTime }) => {
    const age = Math.max(0, daysBetween(on, today));
    const cost = COSTS[severity] * (inTime ? 0.5 : 1) * 2 ** (-age / HALF_LIFE_DAYS);
    const row: Row = { id, on, says: SAYS[severity], params: { cost: round1(cost), mended: inTime ? 1 : 0 } };
    return { cost, row };
  });
  const lost = costs
    .map(({ cost }) => cost)
    .toSorted((a, b) => a - b)
    .reduce((sum, cost) => sum + cost, 0);
  const rows = inOrder(costs.map(({ row }) => row));
  // Nothing is earned here: points are below zero.
  return { ...part('incidents', 0, 0, rows), points: lost === 0 ? 0 : -round1(Math.min(100, lost)) };
}
