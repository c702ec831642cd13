import { readCloudPayments } from '../../domain/intake/cloudpayments.ts';
import { readSigned } from './read-signed.ts';
import { readStripe } from '../../domain/intake/stripe.ts';
import type { Message } from '../../domain/intake/told.ts';
import { readYookassa } from '../../domain/intake/yookassa.ts';
import type { IntakeSource } from '../../store/intake.ts';
import type { Call } from './verify.ts';

/** What a verified body says; null when it is nothing the provider would say. */
export function readMessage(source: IntakeSource, call: Call): (Message & { objectId?: string }) | null {
  const body = parsed(call);
  if (body === undefined) return null;
  switch (source.provider) {
    case 'stripe':
      return readStripe(body);
    case 'yookassa':
      return readYookassa(body);
    case 'cloudpayments':
      return readCloudPayments(body);
    case 'signed':
      return readSigned(String(call.headers['webhook-id'] ?? ''), body);
  }
}

function parsed({ body, headers }: Call): unknown {
  const text = body.toString('utf8');
  if (String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
