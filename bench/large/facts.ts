import pg from 'pg';

export interface Scale {
  readonly partners: number;
  readonly sales: number;
  readonly clicks: number;
  readonly clients: number;
  /** Who keep partners; the first of them is the one whose week is measured. */
  readonly managers: number;
  /** Back from today. */
  readonly days: number;
}

/** Text ids as the application makes them: 26 digits are an id too. */
export const idAt = (prefix: string, place: number | string): string =>
  typeof place === 'number'
    ? `${prefix}_${String(place).padStart(26, '0')}`
    : `'${prefix}_' || lpad((${place})::text, 26, '0')`;

/**
 * A company of the largest size we speak of, written set-based by the tables' owner: random, yet the same at every run.
 * Few partners bring most of the sales (the square of a random number chooses), 28 % of sales are partners', one partner
 * of nine is silent, one of seven has a promise of ours that is due, one of five an open deal.
 */
export async function writeFacts(ownerUrl: string, workspaceId: string, scale: Scale): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  // Facts are made whole and right at once: foreign keys and guards have nothing to say.
  await client.query('SET session_replication_role = replica');
  await client.query('SELECT setseed(0.42)');
  try {
    for (const step of [
      ...people(workspaceId, scale),
      ...money(workspaceId, scale),
      ...traces(workspaceId, scale),
      'ANALYZE',
    ])
      await client.query(step);
  } finally {
    await client.end();
  }
}

const workspaceOf = (workspaceId: string) => `'${workspaceId}'::uuid`;
const partnersOf = ({ partners }: Scale) => `generate_series(1, ${partners}) g`;
const classOf = (place: string) =>
  `CASE WHEN ${place} % 10 = 0 THEN 'alliance' WHEN ${place} % 10 = 1 THEN 'referral' ELSE 'partner_sales' END`;
const kindOf = (place: string) =>
  `CASE ${place} % 10 WHEN 0 THEN 'ally' WHEN 1 THEN 'client' ELSE 'agent' END`;

function people(workspaceId: string, scale: Scale): string[] {
  const ws = workspaceOf(workspaceId);
  const each = partnersOf(scale);
  const par = idAt('par', 'g');
  return [
    `INSERT INTO identity.member (workspace_id, id, name, email, role, created_at)
     SELECT ${ws}, ${idAt('mem', 'g')}, 'Manager ' || g, 'manager' || g || '@bench.example', 'manager', now()
     FROM generate_series(1, ${scale.managers}) g`,
    `INSERT INTO directory.partner (workspace_id, id, name, search_text, name_key, track, owner_member_id, created_at)
     SELECT ${ws}, ${par}, 'Partner ' || g, 'partner', 'partner ' || g, CASE WHEN g % 50 = 0 THEN 'high_touch' ELSE 'scaled' END,
       ${idAt('mem', `1 + g % ${scale.managers}`)}, now() - interval '200 days' FROM ${each}`,
    `INSERT INTO lifecycle.standing (workspace_id, partner_id, path, stage, since, passage_no, taken_over)
     SELECT ${ws}, ${par}, 'standard', CASE WHEN g % 20 = 0 THEN 'launch' WHEN g % 20 = 1 THEN 'candidate' ELSE 'working' END,
       now() - interval '90 days', 8, false FROM ${each}`,
    `INSERT INTO agreements.agreement (workspace_id, id, partner_id, class, kind, client_id, starts_on, created_at, accepted_at, signed_on, launched_on)
     SELECT ${ws}, ${idAt('agr', 'g')}, ${par}, ${classOf('g')}, ${kindOf('g')}, CASE WHEN g % 10 = 1 THEN ${idAt('cus', 'g')} END,
       d.day, now(), d.day, d.day, d.day
     FROM ${each}, LATERAL (SELECT (now() - random() * interval '${scale.days} days')::date + g * 0 AS day) d`,
    `INSERT INTO agreements.promise (workspace_id, id, agreement_id, partner_id, version, side, words, due_on, created_at)
     SELECT ${ws}, ${idAt('prm', 'g')}, ${idAt('agr', 'g')}, ${par}, 1, 'ours', 'A promise', now()::date + (g % 9) - 4, now() FROM ${each} WHERE g % 7 = 0`,
    `INSERT INTO scores.standing (workspace_id, partner_id, as_of, trust, evidence_n, pulse, silence, silence_ratio, silence_days, best_signal, last_signal_on, basis)
     SELECT ${ws}, ${par}, now()::date, 30 + g % 60, 9, g % 100, CASE WHEN g % 9 = 0 THEN 'silent' ELSE 'fine' END, 2.5, 40, 'click', now()::date - 40, '{}' FROM ${each}`,
    `INSERT INTO onboarding.launch (workspace_id, id, partner_id, kind, path_version, created_at, created_by, began_on, touched_on)
     SELECT ${ws}, ${idAt('lch', 'g')}, ${par}, 'agent', 1, now(), 'mem_1', now()::date - 40, now()::date - g % 12 FROM ${each} WHERE g % 20 = 0`,
    `INSERT INTO deals.deal (workspace_id, id, number, title, kind, partner_id, agreement_id, channel, registration, registered_at, decided_at,
       protected_until, stage, open_stage, amount_minor, currency, moved_at, created_at, created_by)
     SELECT ${ws}, ${idAt('deal', 'g')}, g, 'Deal ' || g, 'new', ${par}, ${idAt('agr', 'g')}, 'partner', 'approved', now(),
       now() - interval '3 days', now()::date + 60, s.code, s.code, 9900000, 'RUB', now() - (g % 30) * interval '1 day', now(), 'mem_1'
     FROM ${each}, LATERAL (SELECT (ARRAY['new', 'talk', 'need', 'offer', 'contract'])[1 + g % 5] AS code) s WHERE g % 5 = 0`,
  ];
}

function money(workspaceId: string, scale: Scale): string[] {
  const ws = workspaceOf(workspaceId);
  const moment = `date_trunc('milliseconds', now() - random() * interval '${scale.days} days')`;
  return [
    `INSERT INTO directory.client (workspace_id, id, name, search_text, name_key, created_at, first_paid_at)
     SELECT ${ws}, ${idAt('cus', 'g')}, 'Client ' || g, 'client', 'client ' || g, now(), now() FROM generate_series(1, ${scale.clients}) g`,
    `INSERT INTO deals.sale (workspace_id, id, source, external_id, client_id, occurred_at, recorded_at, currency, amount_micro, amount_minor, cost_minor)
     SELECT ${ws}, ${idAt('sal', 'g')}, 'bench', g::text, ${idAt('cus', `1 + floor(random() * ${scale.clients})::int`)}, ${moment}, now(),
            'RUB', a.minor * 1000000, a.minor, CASE WHEN g % 3 > 0 THEN a.minor / 4 END
     FROM generate_series(1, ${scale.sales}) g, LATERAL (SELECT (490000 + random() * 2500000)::bigint + g * 0 AS minor) a`,
    `INSERT INTO attribution.participant (workspace_id, id, sale_id, partner_id, agreement_id, class, kind, role, share_ppm, rule, reason, created_at)
     SELECT ${ws}, 'ptp_' || right(s.id, 26), s.id, ${idAt('par', 'p.place')}, ${idAt('agr', 'p.place')}, ${classOf('p.place')}, ${kindOf('p.place')}, 'source', 1000000, 'keeper', '{"code": "keeper", "params": {}}', now()
     FROM (SELECT id, random() AS brought, random() AS whose FROM deals.sale WHERE workspace_id = ${ws}) s,
          LATERAL (SELECT 1 + floor(s.whose * s.whose * ${scale.partners})::int AS place) p
     WHERE s.brought < 0.28`,
    `INSERT INTO deals.refund (workspace_id, id, source, external_id, sale_id, client_id, link, occurred_at, recorded_at, currency, amount_micro, amount_minor, matched_at)
     SELECT ${ws}, 'ref_' || right(id, 26), 'bench', id, id, client_id, 'sale', occurred_at + interval '3 days', now(), 'RUB', amount_micro / 2, amount_minor / 2, now()
     FROM deals.sale WHERE workspace_id = ${ws} AND random() < 0.03`,
    `INSERT INTO incentives.accrual (workspace_id, id, sale_id, partner_id, agreement_id, class, role, share_ppm, kind, base_micro, currency, amount_minor,
       rounding, explanation, tally_micro, tally_count, effective_at, recorded_at, period, approval, matures_on, state)
     SELECT p.workspace_id, 'acr_' || right(s.id, 26), s.id, p.partner_id, p.agreement_id, p.class, 'source', 1000000, 'commission', s.amount_micro, 'RUB',
            s.amount_minor / 10, 'half_away_from_zero', '{}', 0, 1, s.occurred_at, now(), to_char(s.occurred_at, 'YYYY-MM'), 'auto',
            s.occurred_at::date, 'approved'
     FROM attribution.participant p JOIN deals.sale s ON s.workspace_id = p.workspace_id AND s.id = p.sale_id
     WHERE p.workspace_id = ${ws}`,
    `INSERT INTO deals.cost (workspace_id, id, source, external_id, partner_id, class, kind, occurred_on, recorded_at, currency, amount_minor)
     SELECT ${ws}, ${idAt('cst', 'g')}, 'bench', g::text, ${idAt('par', 'p.place')}, ${classOf('p.place')}, 'team', (now() - random() * interval '${scale.days} days')::date,
            now(), 'RUB', 100000 + (random() * 900000)::bigint
     FROM generate_series(1, ${scale.partners}) g, LATERAL (SELECT 1 + floor(random() * ${scale.partners})::int + g * 0 AS place) p`,
  ];
}

/** So many clicks of a link fall on one day and are kept as one count. */
const CLICKS_A_DAY = 5;

/** Clicks as the days' counts kept of them: no page asks for single ones, and what does has a benchmark of its own. */
function traces(workspaceId: string, scale: Scale): string[] {
  const ws = workspaceOf(workspaceId);
  return [
    `INSERT INTO tracking.link (workspace_id, id, key, key_fold, agreement_id, partner_id, destination, medium, created_at, created_by)
     SELECT ${ws}, ${idAt('lnk', 'g')}, 'k' || g, 'k' || g, ${idAt('agr', 'g')}, ${idAt('par', 'g')}, 'https://bench.example/', 'post', now(), 'mem_1' FROM ${partnersOf(scale)}`,
    `INSERT INTO tracking.click_day (workspace_id, link_id, day, verdict, partner_id, clicks, visitors)
     SELECT ${ws}, ${idAt('lnk', 'c.place')}, c.day, 'human', ${idAt('par', 'c.place')}, ${CLICKS_A_DAY} * count(*), count(*)
     FROM (
       SELECT 1 + floor(random() * random() * ${scale.partners})::int AS place, now()::date - floor(random() * ${scale.days})::int AS day
       FROM generate_series(1, ${Math.ceil(scale.clicks / CLICKS_A_DAY)})
     ) c GROUP BY c.place, c.day`,
  ];
}
