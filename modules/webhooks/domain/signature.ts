import { createHmac } from 'node:crypto';

/** Standard Webhooks: secrets are `whsec_` and base64 of the key. */
export const SECRET_PREFIX = 'whsec_';
export const SECRET_BYTES = 32;

/**
 * The three headers of Standard Webhooks 1.0. Every secret given signs, the newest first: while a rotation overlaps,
 * a receiver that knows either one finds its signature.
 */
export function signed(
  secrets: readonly string[],
  message: { readonly id: string; readonly at: Date; readonly body: string },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const seconds = Math.floor(message.at.getTime() / 1_000).toString();
  return {
    'webhook-id': message.id,
    'webhook-timestamp': seconds,
    'webhook-signature': secrets
      .map((secret) => `v1,${signature(secret, `${message.id}.${seconds}.${message.body}`)}`)
      .join(' '),
  };
}

function signature(secret: string, content: string): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  return createHmac('sha256', key).update(content).digest('base64');
}
