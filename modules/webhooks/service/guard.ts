import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { checkUrl } from '../domain/address.ts';
import type { AttemptError } from '../domain/outcome.ts';
import { isInside } from './inside.ts';

export interface Guard {
  /** Development only: plain http, and addresses of this machine and network. */
  readonly allowsInside: boolean;
  readonly resolve: (host: string) => Promise<readonly { address: string; family: number }[]>;
}

/** Asks the system's resolver, as every other program here does. */
export function systemGuard(allowsInside: boolean): Guard {
  return { allowsInside, resolve: (host) => lookup(host, { all: true }) };
}

export interface Checked {
  readonly url: URL;
  /** The address to connect to. Nobody asks for it again: a name that answers otherwise a moment later changes nothing. */
  readonly address: string;
  readonly family: 4 | 6;
}

export class Forbidden extends Error {
  readonly reason: AttemptError;

  constructor(reason: AttemptError) {
    super(reason);
    this.reason = reason;
  }
}

/** @throws Forbidden when it is not https, its name is unknown or any of its addresses lies inside */
export async function checkTarget(guard: Guard, text: string): Promise<Checked> {
  if (checkUrl(text, guard.allowsInside)) throw new Forbidden('insecure');
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found =
    isIP(host) === 0
      ? await guard.resolve(host).catch(() => {
          throw new Forbidden('unknown_host');
        })
      : [{ address: host, family: isIP(host) }];
  // One inside address among public ones is how a name is made to lead in by chance: such a name is refused whole.
  if (!guard.allowsInside && found.some(({ address }) => isInside(address)))
    throw new Forbidden('inside_address');
  const [first] = found;
  if (!first) throw new Forbidden('unknown_host');
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}
