import { createHash } from 'node:crypto';

/** One line of the journal. Its hash covers every field and the hash before it, so history cannot be rewritten quietly. */
export interface AuditEntry {
  readonly seq: bigint;
  readonly at: Date;
  readonly actorType: string;
  readonly actorId: string;
  readonly verb: string;
  readonly subject: string;
  readonly reason: string | null;
  readonly change: unknown;
  readonly requestId: string;
}

/** What stands before the first entry of a workspace. */
export const GENESIS = '0'.repeat(64);

export function auditHash(workspaceId: string, before: string, entry: AuditEntry): string {
  const body = canonical([
    before,
    workspaceId,
    entry.seq.toString(),
    entry.at.toISOString(),
    entry.actorType,
    entry.actorId,
    entry.verb,
    entry.subject,
    entry.reason,
    entry.change ?? null,
    entry.requestId,
  ]);
  return createHash('sha256').update(body).digest('hex');
}

/** JSON with sorted keys: jsonb does not keep the order in which keys were written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (typeof value === 'bigint') return value.toString();
  if (value !== null && typeof value === 'object') return canonicalObject(value as Record<string, unknown>);
  return JSON.stringify(value ?? null);
}

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of Object.keys(value).sort()) {
    const field = value[key];
    if (field !== undefined) text += `${text && ','}${JSON.stringify(key)}:${canonical(field)}`;
  }
  return `{${text}}`;
}
