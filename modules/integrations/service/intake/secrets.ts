import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Tx } from '@mosty/kernel/context';
import { seal, unseal } from '@mosty/kernel/seal';
import type { Provider } from '../../contract/intake.ts';
import type { IntakeSource } from '../../store/intake.ts';

export interface Credentials {
  readonly shopId: string;
  readonly secretKey: string;
}
const credentialsSchema = z.object({ shopId: z.string(), secretKey: z.string() });

const placeOf = (tx: Pick<Tx, 'workspaceId'>, sourceId: string, what: string) =>
  `integrations.intake_source/${tx.workspaceId}/${sourceId}/${what}`;

export function sealSecret(tx: Tx, sourceId: string, secret: string): string {
  return seal(secret, placeOf(tx, sourceId, 'secret'));
}

export function sealCredentials(tx: Tx, sourceId: string, credentials: Credentials): string {
  return seal(JSON.stringify(credentials), placeOf(tx, sourceId, 'credentials'));
}

export function secretOf(tx: Pick<Tx, 'workspaceId'>, source: IntakeSource): string | null {
  return source.secret === null ? null : unseal(source.secret, placeOf(tx, source.id, 'secret'));
}

export function credentialsOf(tx: Pick<Tx, 'workspaceId'>, source: IntakeSource): Credentials | null {
  if (source.credentials === null) return null;
  const text = unseal(source.credentials, placeOf(tx, source.id, 'credentials'));
  return credentialsSchema.parse(JSON.parse(text));
}

export function sealBody(tx: Tx, eventId: string, body: Buffer): string {
  return seal(body, placeOf(tx, eventId, 'body'));
}

/** Ours, where the provider has none of its own. */
export function ownSecret(provider: Provider): string | null {
  if (provider === 'yookassa') return randomBytes(24).toString('base64url');
  return provider === 'signed' ? `whsec_${randomBytes(32).toString('base64')}` : null;
}
