import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { RegistrationRules, Stage } from '../contract/stage.ts';

/** Empty: the company works by the shipped ones. */
export async function stageRows(tx: Tx): Promise<Stage[]> {
  const { rows } = await sql<Stage>`
    SELECT code, name, probability_ppm AS "probabilityPpm", outcome, turn FROM deals.stage
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY position`.execute(tx.db);
  return rows;
}

export async function replaceStages(tx: Tx, stages: readonly Stage[]): Promise<void> {
  await sql`DELETE FROM deals.stage WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  await sql`
    INSERT INTO deals.stage (workspace_id, code, name, position, probability_ppm, outcome, turn)
    SELECT ${tx.workspaceId}::uuid, r.code, r.name, r.position, r."probabilityPpm", r.outcome, r.turn
    FROM jsonb_to_recordset(${JSON.stringify(stages.map((stage, position) => ({ ...stage, position })))}::jsonb)
      AS r(code text, name text, position int, "probabilityPpm" int, outcome text, turn text)`.execute(tx.db);
}

/** Stages in which open deals stand, or to which closed ones would return. */
export async function stagesInUse(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    SELECT DISTINCT open_stage AS code FROM deals.deal
    WHERE workspace_id = ${tx.workspaceId}::uuid AND outcome IS NULL`.execute(tx.db);
  return new Set(rows.map(({ code }) => code));
}

export async function findRules(tx: Tx): Promise<RegistrationRules | undefined> {
  const { rows } = await sql<RegistrationRules>`
    SELECT protection_days AS "protectionDays", extension_days AS "extensionDays", extensions_max AS "extensionsMax",
      answer_hours AS "answerHours"
    FROM deals.registration_rules WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0];
}

export async function saveRules(tx: Tx, rules: RegistrationRules): Promise<void> {
  const { protectionDays, extensionDays, extensionsMax, answerHours } = rules;
  await sql`
    INSERT INTO deals.registration_rules (workspace_id, protection_days, extension_days, extensions_max, answer_hours)
    VALUES (${tx.workspaceId}::uuid, ${protectionDays}, ${extensionDays}, ${extensionsMax}, ${answerHours})
    ON CONFLICT (workspace_id) DO UPDATE SET protection_days = ${protectionDays}, extension_days = ${extensionDays},
      extensions_max = ${extensionsMax}, answer_hours = ${answerHours}`.execute(tx.db);
}
