import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { Application } from '../contract/application.ts';
import type { ProgrammeTexts } from '../contract/programme.ts';

export interface ApplicationRecord
  extends Omit<Application, 'appliedAt' | 'decidedAt' | 'decidedBy' | 'programme' | 'stops'> {
  readonly programmeId: Id<'programme'>;
  readonly appliedAt: Date;
  readonly consentHash: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}
export type ApplicationOfProgramme = ApplicationRecord & {
  readonly slug: string;
  readonly programmeWords: ProgrammeTexts;
};

const COLUMNS = sql`
  a.id, a.programme_id AS "programmeId", a.applied_at AS "appliedAt", a.name, a.person, a.email, a.phone, a.site,
  a.tax_number AS "taxNumber", a.city, a.about, a.introduced_by AS "introducedBy", a.answers, a.language,
  a.consent_version AS "consentVersion", a.consent_hash AS "consentHash", a.state, a.decided_at AS "decidedAt",
  a.decided_by AS "decidedBy", a.reason_code AS "reasonCode", a.partner_id AS "partnerId",
  p.slug, p.words AS "programmeWords"`;
const FROM = sql`
  FROM recruiting.application a
  JOIN recruiting.programme p ON p.workspace_id = a.workspace_id AND p.id = a.programme_id`;

/** One row more than `limit` says there is a next page. */
export async function pageOfApplications(
  tx: Tx,
  asked: { show: Application['state'] | 'all'; after: Place | null; limit: number },
): Promise<ApplicationOfProgramme[]> {
  const { show, after, limit } = asked;
  const { rows } = await sql<ApplicationOfProgramme>`
    SELECT ${COLUMNS} ${FROM} WHERE a.workspace_id = ${tx.workspaceId}::uuid
      ${show === 'all' ? sql`` : sql`AND a.state = ${show}`}
      ${after ? sql`AND (a.applied_at, a.id) < (${after.value}::timestamptz, ${after.id}::text)` : sql``}
    ORDER BY a.applied_at DESC, a.id DESC LIMIT ${limit + 1}`.execute(tx.db);
  return rows;
}

/** Locked till the end of the transaction. */
export async function lockApplication(tx: Tx, id: string): Promise<ApplicationOfProgramme | undefined> {
  const { rows } = await sql<ApplicationOfProgramme>`
    SELECT ${COLUMNS} ${FROM} WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.id = ${id}
    FOR UPDATE OF a`.execute(tx.db);
  return rows[0];
}

/** The same box that waits already is not written twice. */
export async function insertApplication(tx: Tx, one: ApplicationRecord): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO recruiting.application (workspace_id, id, programme_id, applied_at, name, person, email, phone, site,
      tax_number, city, about, introduced_by, answers, language, consent_version, consent_hash, state)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.programmeId}, ${one.appliedAt}, ${one.name}, ${one.person},
      ${one.email}, ${one.phone}, ${one.site}, ${one.taxNumber}, ${one.city}, ${one.about}, ${one.introducedBy},
      ${JSON.stringify(one.answers)}::jsonb, ${one.language}, ${one.consentVersion}, ${one.consentHash}, ${one.state})
    ON CONFLICT DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

export async function saveDecision(tx: Tx, one: ApplicationRecord): Promise<void> {
  await sql`
    UPDATE recruiting.application
    SET state = ${one.state}, decided_at = ${one.decidedAt}, decided_by = ${one.decidedBy},
      reason_code = ${one.reasonCode}, partner_id = ${one.partnerId}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${one.id}`.execute(tx.db);
}
