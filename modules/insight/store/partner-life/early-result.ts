import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { BusinessDate } from '@mosty/kernel/time';
import type { ReportingClass } from '../../contract/class.ts';
import type { Part } from '../../domain/partner-life/early-result.ts';
import { earlyOf } from './lives.ts';

export interface PartCount {
  readonly part: Part;
  readonly n: number;
  readonly stayed: number;
  readonly since: BusinessDate;
}

export async function countEarly(tx: Tx, book: ReportingClass, today: BusinessDate): Promise<PartCount[]> {
  const { rows } = await sql<PartCount>`
    SELECT part, count(*)::int AS n, count(*) FILTER (WHERE stayed)::int AS stayed, min(began_on) AS since
    FROM (${earlyOf(tx, book, today)}) one GROUP BY part`.execute(tx.db);
  return rows;
}
