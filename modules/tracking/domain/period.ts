import { addDays, type BusinessDate } from '@mosty/kernel/time';

const USUAL_DAYS = 30;
/** More columns than that nobody tells apart. */
const DAYS_IN_CHART_MAX = 92;

/** Clicks are remembered no longer. */
const DAYS_MAX = 3_650;

export interface Period {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** The period that is meant: what is not told ends today and begins thirty days before its end. */
export function periodOf(
  { from, to }: { from: BusinessDate | undefined; to: BusinessDate | undefined },
  today: BusinessDate,
): Period {
  const end = to ?? (from !== undefined && from > today ? from : today);
  const told = from ?? addDays(end, 1 - USUAL_DAYS);
  const [begin, last] = told <= end ? [told, end] : [end, told];
  const earliest = addDays(last, 1 - DAYS_MAX);
  return { from: begin < earliest ? earliest : begin, to: last };
}

export function unitOf({ from, to }: Period): 'day' | 'month' {
  return addDays(from, DAYS_IN_CHART_MAX) > to ? 'day' : 'month';
}

/** Every day or month of it, those in which nothing happened too. */
export function columnsOf(period: Period): string[] {
  const unit = unitOf(period);
  const columns: string[] = [];
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    const at = unit === 'day' ? day : day.slice(0, 7);
    if (columns.at(-1) !== at) columns.push(at);
  }
  return columns;
}
