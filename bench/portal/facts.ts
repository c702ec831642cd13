import pg from 'pg';

export interface Scale {
  readonly partners: number;
  /** Of each partner, for as many days as the portal looks back and more. */
  readonly days: number;
}

/** Text ids as the application makes them: 26 digits are an id too. */
export const idAt = (prefix: string, place: number | string): string =>
  typeof place === 'number'
    ? `${prefix}_${String(place).padStart(26, '0')}`
    : `'${prefix}_' || lpad((${place})::text, 26, '0')`;

/**
 * A company with that many partners who all work: faces, agreements with a version to accept, accruals, balances, deals,
 * a sent statement and clicks of forty days each, written set-based by the tables' owner.
 */
export async function writeFacts(ownerUrl: string, workspaceId: string, scale: Scale): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  // Facts are made whole and right at once: foreign keys and guards have nothing to say.
  await client.query('SET session_replication_role = replica');
  await client.query('SELECT setseed(0.42)');
  const ws = `'${workspaceId}'::uuid`;
  const par = idAt('par', 'g');
  const each = `generate_series(1, ${scale.partners}) g`;
  const steps = [
    `INSERT INTO directory.partner (workspace_id, id, name, search_text, name_key, created_at)
     SELECT ${ws}, ${par}, 'Partner ' || g, 'partner', 'partner ' || g, now() FROM ${each}`,
    `INSERT INTO directory.face (workspace_id, id, partner_id, side, name, phone, reply_hours, is_main, created_at)
     SELECT ${ws}, ${idAt('fac', 'g * 2 + s')}, ${par}, CASE s WHEN 0 THEN 'ours' ELSE 'theirs' END, 'Face ' || g, '+7 000 000-00-00', 24, true, now()
     FROM ${each}, generate_series(0, 1) s`,
    `INSERT INTO lifecycle.standing (workspace_id, partner_id, path, stage, since, passage_no, taken_over)
     SELECT ${ws}, ${par}, 'standard', 'working', now() - interval '90 days', 8, false FROM ${each}`,
    `INSERT INTO agreements.agreement (workspace_id, id, partner_id, class, kind, starts_on, created_at, accepted_at, signed_on, launched_on)
     SELECT ${ws}, ${idAt('agr', 'g')}, ${par}, 'partner_sales', 'agent', now()::date - 90, now(), now(), now()::date - 90, now()::date - 90 FROM ${each}`,
    `INSERT INTO agreements.agreement_version (workspace_id, id, agreement_id, partner_id, version, success, who_answers, if_it_breaks, how_counted, promises, body_hash, created_at, created_by)
     SELECT ${ws}, ${idAt('ver', 'g')}, ${idAt('agr', 'g')}, ${par}, 1, 'Success', 'Who', 'If', 'How', '[]', 'hash', now(), 'mem_1' FROM ${each}`,
    `INSERT INTO incentives.accrual (workspace_id, id, partner_id, agreement_id, class, role, share_ppm, kind, base_micro, currency, amount_minor,
       rounding, explanation, tally_micro, tally_count, effective_at, recorded_at, period, approval, matures_on, state)
     SELECT ${ws}, ${idAt('acr', 'g * 10 + n')}, ${par}, ${idAt('agr', 'g')}, 'partner_sales', 'source', 1000000, 'commission', 0, 'RUB', 125000,
       'half_away_from_zero', '{}', 0, 1, a.at, now(), to_char(a.at, 'YYYY-MM'), 'auto', now()::date + 7, CASE WHEN n < 4 THEN 'pending' ELSE 'approved' END
     FROM ${each}, generate_series(0, 9) n, LATERAL (SELECT now() - n * interval '6 days' AS at) a`,
    `INSERT INTO ledger.account (workspace_id, id, kind, partner_id, currency, created_at)
     SELECT ${ws}, ${idAt('lac', 'g * 2 + n')}, CASE n WHEN 0 THEN 'partner_pending' ELSE 'partner_available' END, ${par}, 'RUB', now()
     FROM ${each}, generate_series(0, 1) n`,
    `INSERT INTO ledger.balance (workspace_id, account_id, partner_id, currency, amount_minor, entries)
     SELECT ${ws}, ${idAt('lac', 'g * 2 + n')}, ${par}, 'RUB', -500000, 5 FROM ${each}, generate_series(0, 1) n`,
    `INSERT INTO deals.deal (workspace_id, id, number, title, kind, partner_id, agreement_id, channel, registration, registered_at, decided_at,
       protected_until, stage, open_stage, amount_minor, currency, moved_at, created_at, created_by)
     SELECT ${ws}, ${idAt('deal', 'g * 5 + n')}, g * 5 + n, 'Deal ' || n, 'new', ${par}, ${idAt('agr', 'g')}, 'partner', 'approved', now(),
       now() - n * interval '3 days', now()::date + 60, s.code, s.code, 9900000, 'RUB', now(), now(), 'mem_1'
     FROM ${each}, generate_series(0, 4) n, LATERAL (SELECT (ARRAY['new', 'talk', 'need', 'offer', 'contract'])[n + 1] AS code) s`,
    `INSERT INTO payouts.statement (workspace_id, id, month, partner_id, currency, state, sent_at, sent_by, answer_by)
     SELECT ${ws}, ${idAt('stm', 'g')}, to_char(now() - interval '1 month', 'YYYY-MM'), ${par}, 'RUB', 'sent', now(), 'mem_1', now()::date + 20 FROM ${each}`,
    `INSERT INTO tracking.click_day (workspace_id, link_id, day, verdict, partner_id, clicks, visitors)
     SELECT ${ws}, ${idAt('lnk', 'g')}, now()::date - n, v, ${par}, 7, 5
     FROM ${each}, generate_series(0, ${scale.days - 1}) n, unnest(ARRAY['human', 'bot']) v`,
    'ANALYZE',
  ];
  try {
    for (const step of steps) await client.query(step);
  } finally {
    await client.end();
  }
}
