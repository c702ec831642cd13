import type { Id, IdSource, Noun } from '../id/index.ts';
import type { Currency } from '../money/index.ts';
import type { Clock, Instant, Zone } from '../time/index.ts';
import type { Connection, Database, Queries } from '../db/database.ts';

export type WorkspaceId = string & { readonly __workspace: true };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws when the text is not a lower-case uuid: it is about to stand in a SQL literal. */
export function workspaceId(text: string): WorkspaceId {
  if (!UUID.test(text)) throw new Error('a workspace id is a uuid');
  return text as WorkspaceId;
}

/** Who acts. Every change is signed by one of these. `role` is a word the identity module gives meaning to. */
export type Actor =
  | {
      readonly type: 'person';
      readonly id: Id<'member'>;
      readonly role: string;
      /** Set for people of a partner: the database then shows them that partner's rows only. */
      readonly partnerId: Id<'partner'> | null;
    }
  | { readonly type: 'api_key'; readonly id: Id<'api_key'>; readonly scopes: readonly string[] }
  | { readonly type: 'system'; readonly id: string };

/** Everything a verb may know of the world around it. Passed in, so a test can pass another world. */
export interface Context {
  readonly workspaceId: WorkspaceId;
  readonly actor: Actor;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly database: Database;
  /** The company's zone: it decides where days and months begin. */
  readonly zone: Zone;
  readonly currency: Currency;
  readonly requestId: string;
  /** The database takes nothing from it, whatever verb is called: somebody looks with another’s eyes. */
  readonly readOnly?: true;
}

export interface AuditNote {
  /** `module.verb`. */
  readonly verb: string;
  /** Id of what was changed. Opaque: no names or contacts in the audit. */
  readonly subject: string;
  readonly reason?: string | undefined;
  /** What changed, in ids and values; never personal data. */
  readonly change?: Record<string, unknown> | undefined;
}

export interface EventNote {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A context inside an open transaction. */
export interface Tx extends Context {
  readonly db: Queries;
  /** The driver under `db`, for COPY only. */
  readonly connection: Connection;
  now(): Instant;
  id<N extends Noun>(noun: N): Id<N>;
  /** Written to the hash chain in this same transaction, just before it commits. */
  audit(note: AuditNote): void;
  /** Kept in this transaction; reactions and webhooks hear of it after the commit. */
  emit(event: EventNote): void;
  afterCommit(effect: () => void): void;
}

export function isTx(ctx: Context | Tx): ctx is Tx {
  return 'db' in ctx;
}

export function systemActor(job: string): Actor {
  return { type: 'system', id: job };
}
