import pg from 'pg';
import { backendClock } from './backend-clock.ts';

/**
 * The figures of the owner's page as one would write them straight over the facts: boxes of two periods, the share
 * line of 18 months, who is active. Asked as the tables' owner, without row level security.
 */
export async function openRawSql(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  // Parallel workers would be processes of their own, and their time would not be seen.
  await client.query('SET max_parallel_workers_per_gather = 0');
  const day = (column: string) => `(${column} AT TIME ZONE 'Europe/Moscow')::date`;
  const queries = [
    `SELECT COALESCE(p.class, 'direct'), s.occurred_at >= now() - interval '90 days', count(*), sum(s.amount_minor), count(DISTINCT s.client_id)
     FROM deals.sale s LEFT JOIN attribution.participant p
       ON p.workspace_id = s.workspace_id AND p.sale_id = s.id AND p.role = 'source' AND p.withdrawn_at IS NULL
     WHERE s.reversed_at IS NULL AND s.occurred_at >= now() - interval '180 days' GROUP BY 1, 2`,
    `SELECT class, effective_at >= now() - interval '90 days', sum(amount_minor) FROM incentives.accrual
     WHERE effective_at >= now() - interval '180 days' GROUP BY 1, 2`,
    `SELECT class, sum(amount_minor) FROM deals.cost WHERE occurred_on >= now() - interval '90 days' GROUP BY 1`,
    `SELECT date_trunc('month', ${day('s.occurred_at')}), COALESCE(p.class, 'direct'), sum(s.amount_minor)
     FROM deals.sale s LEFT JOIN attribution.participant p
       ON p.workspace_id = s.workspace_id AND p.sale_id = s.id AND p.role = 'source' AND p.withdrawn_at IS NULL
     WHERE s.reversed_at IS NULL GROUP BY 1, 2`,
    `SELECT count(DISTINCT p.partner_id) FROM attribution.participant p
     JOIN deals.sale s ON s.workspace_id = p.workspace_id AND s.id = p.sale_id
     WHERE p.class = 'partner_sales' AND p.role = 'source' AND p.withdrawn_at IS NULL AND s.occurred_at >= now() - interval '90 days'`,
  ];
  const clock = backendClock(client);
  return {
    /** Milliseconds in the database. */
    async page(): Promise<number> {
      const begin = clock.now();
      for (const query of queries) await client.query(query);
      return clock.now() - begin;
    },
    close: () => client.end(),
  };
}
