import { BlockList, isIPv4 } from 'node:net';
import {
  checkCloudPayments,
  checkPathSecret,
  checkStandard,
  checkStripe,
  type Verdict,
} from '../../domain/intake/signature.ts';
import { YOOKASSA_ADDRESSES } from '../../domain/intake/yookassa.ts';
import type { IntakeSource } from '../../store/intake.ts';

export interface Call {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of the caller, as far as the proxies are trusted. */
  readonly address: string;
  /** The last part of the path, where there is one. */
  readonly pathSecret: string | null;
  readonly at: Date;
}

const yookassa4 = new BlockList();
const yookassa6 = new BlockList();
for (const [net, prefix, family] of YOOKASSA_ADDRESSES)
  (family === 'ipv4' ? yookassa4 : yookassa6).addSubnet(net, prefix, family);

/** Whether it is the provider who calls: by the way each of them has. */
export function verify(
  source: IntakeSource,
  secret: string | null,
  call: Call,
): Verdict | 'no_secret' | 'other_address' {
  if (secret === null) return 'no_secret';
  const header = (name: string): string | undefined => {
    const value = call.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  switch (source.provider) {
    case 'stripe':
      return checkStripe(secret, header('stripe-signature'), call.body, call.at);
    case 'cloudpayments':
      return checkCloudPayments(
        secret,
        { raw: header('x-content-hmac'), decoded: header('content-hmac') },
        call.body,
      );
    case 'signed':
      return checkStandard(
        secret,
        { id: header('webhook-id'), stamp: header('webhook-timestamp'), given: header('webhook-signature') },
        call.body,
        call.at,
      );
    case 'yookassa': {
      const verdict = checkPathSecret(secret, call.pathSecret);
      if (verdict !== 'well') return verdict;
      return !source.checksAddress || isYookassa(call.address) ? 'well' : 'other_address';
    }
  }
}

function isYookassa(address: string): boolean {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv4(bare) ? yookassa4.check(bare, 'ipv4') : yookassa6.check(bare, 'ipv6');
}
