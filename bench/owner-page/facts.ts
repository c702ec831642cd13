import pg from 'pg';

export interface Scale {
  readonly sales: number;
  readonly clients: number;
  readonly partners: number;
  /** Back from today. */
  readonly days: number;
}

/**
 * A company of the given size, written set-based by the tables' owner: random, yet the same at every run. 23 % of the
 * sales are brought by partner sales, 2 % by clients, 3 % by allies (the demo company's shape); few partners bring
 * most (the square of a random number chooses).
 */
export async function writeFacts(ownerUrl: string, workspaceId: string, scale: Scale): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  // Facts are made whole and right at once: foreign keys and guards have nothing to say.
  await client.query('SET session_replication_role = replica');
  await client.query('SELECT setseed(0.42)');
  const ws = `'${workspaceId}'::uuid`;
  const moment = `date_trunc('milliseconds', now() - random() * interval '${scale.days} days')`;
  const classOf = (id: string) =>
    `CASE WHEN ${id} % 10 = 0 THEN 'alliance' WHEN ${id} % 10 = 1 THEN 'referral' ELSE 'partner_sales' END`;
  const steps = [
    `INSERT INTO directory.partner (workspace_id, id, name, search_text, name_key, created_at)
     SELECT ${ws}, 'par_' || g, 'Partner ' || g, 'partner', 'partner ' || g, now() FROM generate_series(1, ${scale.partners}) g`,
    `INSERT INTO directory.client (workspace_id, id, name, search_text, name_key, created_at, first_paid_at)
     SELECT ${ws}, 'cus_' || g, 'Client ' || g, 'client', 'client ' || g, now(), now() FROM generate_series(1, ${scale.clients}) g`,
    `INSERT INTO agreements.agreement (workspace_id, id, partner_id, class, kind, client_id, starts_on, created_at, accepted_at, signed_on, launched_on)
     SELECT ${ws}, 'agr_' || g, 'par_' || g, ${classOf('g')}, CASE g % 10 WHEN 0 THEN 'ally' WHEN 1 THEN 'client' ELSE 'agent' END,
            CASE WHEN g % 10 = 1 THEN 'cus_' || g END, d.day, now(), d.day, d.day, d.day
     FROM generate_series(1, ${scale.partners}) g, LATERAL (SELECT (now() - random() * interval '${scale.days} days')::date + g * 0 AS day) d`,
    `INSERT INTO deals.sale (workspace_id, id, source, external_id, client_id, occurred_at, recorded_at, currency, amount_micro, amount_minor, cost_minor)
     SELECT ${ws}, 'sal_' || lpad(g::text, 8, '0'), 'bench', g::text, 'cus_' || (1 + floor(random() * ${scale.clients}))::int, ${moment}, now(),
            'RUB', a.minor * 1000000, a.minor, CASE WHEN g % 3 > 0 THEN a.minor / 4 END
     FROM generate_series(1, ${scale.sales}) g, LATERAL (SELECT (490000 + random() * 2500000)::bigint + g * 0 AS minor) a`,
    `INSERT INTO attribution.participant (workspace_id, id, sale_id, partner_id, agreement_id, class, kind, role, share_ppm, rule, reason, created_at)
     SELECT ${ws}, 'ptp_' || s.id, s.id, 'par_' || p.place, 'agr_' || p.place, ${classOf('p.place')}, 'agent', 'source', 1000000, 'keeper', '{}', now()
     FROM (SELECT id, random() AS brought, random() AS whose FROM deals.sale WHERE workspace_id = ${ws}) s,
          LATERAL (SELECT 1 + floor(s.whose * s.whose * ${scale.partners})::int AS place) p
     WHERE s.brought < 0.28`,
    `INSERT INTO attribution.participant (workspace_id, id, sale_id, partner_id, agreement_id, class, kind, role, share_ppm, rule, reason, created_at)
     SELECT ${ws}, 'pti_' || s.id, s.id, 'par_' || p.place, 'agr_' || p.place, ${classOf('p.place')}, 'integrator', 'implement', 100000, 'keeper', '{}', now()
     FROM (SELECT id, random() AS helped, random() AS whose FROM deals.sale WHERE workspace_id = ${ws}) s,
          LATERAL (SELECT 1 + floor(s.whose * ${scale.partners})::int AS place) p
     WHERE s.helped < 0.03`,
    `INSERT INTO deals.refund (workspace_id, id, source, external_id, sale_id, client_id, link, occurred_at, recorded_at, currency, amount_micro, amount_minor, matched_at)
     SELECT ${ws}, 'ref_' || id, 'bench', id, id, client_id, 'sale', occurred_at + interval '3 days', now(), 'RUB', amount_micro / 2, amount_minor / 2, now()
     FROM deals.sale WHERE workspace_id = ${ws} AND random() < 0.03`,
    `INSERT INTO incentives.accrual (workspace_id, id, sale_id, partner_id, agreement_id, class, role, share_ppm, kind, base_micro, currency, amount_minor,
       rounding, explanation, tally_micro, tally_count, effective_at, recorded_at, period, approval, matures_on, state)
     SELECT p.workspace_id, 'acr_' || s.id, s.id, p.partner_id, p.agreement_id, p.class, 'source', 1000000, 'commission', s.amount_micro, 'RUB',
            s.amount_minor / 10, 'half_away_from_zero', '{}', 0, 1, s.occurred_at, now(), to_char(s.occurred_at, 'YYYY-MM'), 'auto',
            s.occurred_at::date, 'approved'
     FROM attribution.participant p JOIN deals.sale s ON s.workspace_id = p.workspace_id AND s.id = p.sale_id
     WHERE p.workspace_id = ${ws} AND p.role = 'source'`,
    `INSERT INTO deals.cost (workspace_id, id, source, external_id, partner_id, class, kind, occurred_on, recorded_at, currency, amount_minor)
     SELECT ${ws}, 'cst_' || g, 'bench', g::text, 'par_' || p.place, ${classOf('p.place')}, 'team', (now() - random() * interval '${scale.days} days')::date,
            now(), 'RUB', 100000 + (random() * 900000)::bigint
     FROM generate_series(1, ${scale.partners * 12}) g, LATERAL (SELECT 1 + floor(random() * ${scale.partners})::int + g * 0 AS place) p`,
    'ANALYZE',
  ];
  try {
    for (const step of steps) await client.query(step);
  } finally {
    await client.end();
  }
}
