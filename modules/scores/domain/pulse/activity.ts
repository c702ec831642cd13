import type { Part, Row, RowCode, Signal, SignalStanding } from '../../contract/parts.ts';
import { part } from '../part.ts';

const ROWS: Readonly<Record<Signal, RowCode>> = {
  publication: 'signal_publication',
  click: 'signal_click',
  login: 'signal_login',
  deal: 'signal_deal',
};

/** 1 within the usual gap and in the first fortnight, falling to nothing at three gaps or at 120 days. */
export function freshness({ ratio, days }: Pick<SignalStanding, 'ratio' | 'days'>): number {
  if (days >= 120) return 0;
  return days < 14 ? 1 : Math.min(1, Math.max(0, (3 - ratio) / 2));
}

/** Signs of life: seven tenths by the freshest of those its kind is to give, three tenths by how many of them are fresh. */
export function activity(signals: readonly SignalStanding[], since: string): Part {
  const expected = signals.filter((one) => one.expected);
  const fresh = expected.map(freshness);
  const mean = fresh.length === 0 ? 0 : fresh.reduce((sum, one) => sum + one, 0) / fresh.length;
  const rows: Row[] = expected.map((one) => ({
    id: one.signal,
    on: one.lastOn ?? since,
    says: one.lastOn ? ROWS[one.signal] : 'signal_never',
    params: { days: one.days, usual: one.usualDays, signal: one.signal },
  }));
  return part('activity', 30, 0.7 * Math.max(0, ...fresh) + 0.3 * mean, rows);
}
