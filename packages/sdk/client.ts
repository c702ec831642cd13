import { MostyError, problemOf } from './error.ts';
import type * as api from './types.ts';

export interface MostySettings {
  /** Where Mosty answers: `https://mosty.example.com`. */
  readonly url: string;
  /** A secret key from Settings → API keys. Never in a browser: there a publishable one tells clicks. */
  readonly key: string;
  /** How long one attempt may take. */
  readonly timeoutMs?: number;
  /** Attempts after the first one. */
  readonly retries?: number;
  readonly fetch?: typeof globalThis.fetch;
  /** How the client waits between attempts; a test passes its own. */
  readonly wait?: (ms: number) => Promise<void>;
}

export interface CallOptions {
  /** Told again with the same key the answer is the same. Made unless given. */
  readonly idempotencyKey?: string;
}

type Verb<Body, Answer> = (body: Body, options?: CallOptions) => Promise<Answer>;

export interface Mosty {
  readonly track: {
    readonly click: Verb<api.TrackClickBody, api.TrackClickAnswer>;
    readonly lead: Verb<api.TrackLeadBody, api.TrackLeadAnswer>;
    readonly sale: Verb<api.TrackSaleBody, api.TrackSaleAnswer>;
    readonly refund: Verb<api.TrackRefundBody, api.TrackRefundAnswer>;
    /** At most 1,000 at once, all of them or none. */
    readonly clicks: Verb<api.TrackClicksBody, api.TrackClicksAnswer>;
    readonly leads: Verb<api.TrackLeadsBody, api.TrackLeadsAnswer>;
    readonly sales: Verb<api.TrackSalesBody, api.TrackSalesAnswer>;
    readonly refunds: Verb<api.TrackRefundsBody, api.TrackRefundsAnswer>;
  };
}

const TIMEOUT_MS = 10_000;
const RETRIES = 3;
const PAUSE_MS = 250;
const PAUSE_MS_MAX = 8_000;
/** Somebody was busy or away; the same request may do later. */
const AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Tells Mosty what happened in your shop. Nothing is sent until a verb is called. */
export function createMosty(settings: MostySettings): Mosty {
  const verb =
    <Body, Answer>(path: string): Verb<Body, Answer> =>
    (body, options) =>
      // The server answers what its OpenAPI document says; `types.ts` is made from that document.
      send(settings, path, body, options?.idempotencyKey ?? crypto.randomUUID()) as Promise<Answer>;
  return {
    track: {
      click: verb('track/click'),
      lead: verb('track/lead'),
      sale: verb('track/sale'),
      refund: verb('track/refund'),
      clicks: verb('track/click/batch'),
      leads: verb('track/lead/batch'),
      sales: verb('track/sale/batch'),
      refunds: verb('track/refund/batch'),
    },
  };
}

/** Every attempt carries the same key: whatever happened to the first one, it counts once. */
async function send(settings: MostySettings, path: string, body: unknown, key: string): Promise<unknown> {
  const { retries = RETRIES, wait = pause } = settings;
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await once(settings, path, body, key);
    if (outcome.ok) return outcome.answer;
    const pauseMs = outcome.afterMs ?? PAUSE_MS * 2 ** attempt * (0.5 + Math.random());
    // A checkout does not wait for a minute: whoever is asked to, is told, and may tell again later.
    if (attempt >= retries || !outcome.again || (outcome.afterMs ?? 0) > PAUSE_MS_MAX) throw outcome.error;
    await wait(Math.min(PAUSE_MS_MAX, pauseMs));
  }
}

type Outcome =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly error: MostyError; readonly again: boolean; readonly afterMs?: number };

async function once(settings: MostySettings, path: string, body: unknown, key: string): Promise<Outcome> {
  const { url, timeoutMs = TIMEOUT_MS, fetch = globalThis.fetch } = settings;
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${settings.key}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.ok) return { ok: true, answer: await response.json() };
    const error = await problemOf(response);
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      ok: false,
      error,
      again: AGAIN.has(response.status),
      ...(Number.isFinite(seconds) ? { afterMs: seconds * 1_000 } : {}),
    };
  } catch (cause) {
    const isTimeout = cause instanceof DOMException && cause.name === 'TimeoutError';
    const code = isTimeout ? 'sdk.timeout' : 'sdk.unreachable';
    return { ok: false, error: new MostyError(0, code, { url }, { cause }), again: true };
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
