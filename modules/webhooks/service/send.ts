import http from 'node:http';
import https from 'node:https';
import { errorOf, readableAnswer, type AttemptError, type Outcome } from '../domain/outcome.ts';
import { checkTarget, Forbidden, type Checked, type Guard } from './guard.ts';

/** From the first question to the resolver to the last byte kept. */
export const TIMEOUT_MS = 10_000;
const ANSWER_BYTES_MAX = 2_048;
const HEADER_BYTES_MAX = 16_384;

export interface Letter {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/**
 * One attempt, which always ends: by an answer or by the deadline. Redirects are not followed; of the answer two
 * kilobytes are read and the connection is closed, however long it would have been.
 */
export async function send(guard: Guard, letter: Letter, timeoutMs = TIMEOUT_MS): Promise<Outcome> {
  const began = performance.now();
  const outcome = (error: AttemptError | null, rest: Partial<Outcome> = {}): Outcome => ({
    status: null,
    answer: null,
    retryAfterMs: 0,
    ...rest,
    error,
    durationMs: Math.round(performance.now() - began),
  });
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const checked = await beforeDeadline(checkTarget(guard, letter.url), deadline);
    const { status, answer, retryAfter } = await exchange(checked, letter, deadline);
    return outcome(errorOf(status), { status, answer, retryAfterMs: retryAfter * 1_000 });
  } catch (error) {
    return outcome(deadline.aborted ? 'timeout' : reasonOf(error));
  }
}

interface Answered {
  readonly status: number;
  readonly answer: string;
  readonly retryAfter: number;
}

function exchange(checked: Checked, letter: Letter, deadline: AbortSignal): Promise<Answered> {
  const { url, address, family } = checked;
  return new Promise((resolve, reject) => {
    // Cut off or dripping after the status was given: the status is the answer.
    let giveUp = () => reject(new Error('deadline'));
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: letter.method,
        headers: {
          'user-agent': 'Mosty-Webhooks/1',
          ...letter.headers,
          ...(letter.body === null ? {} : { 'content-length': Buffer.byteLength(letter.body).toString() }),
        },
        agent: false,
        maxHeaderSize: HEADER_BYTES_MAX,
        // The name is in the URL, so that TLS checks the certificate against it; where it leads was decided before.
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
      },
      (response) => {
        const kept: Buffer[] = [];
        let size = 0;
        giveUp = () => {
          const bytes = Buffer.concat(kept).subarray(0, ANSWER_BYTES_MAX);
          resolve({
            status: response.statusCode ?? 0,
            answer: readableAnswer(bytes),
            retryAfter: Number(response.headers['retry-after']) || 0,
          });
          request.destroy();
        };
        response.on('data', (chunk: Buffer) => {
          kept.push(chunk);
          size += chunk.length;
          if (size >= ANSWER_BYTES_MAX) giveUp();
        });
        response.on('end', giveUp);
        response.on('error', giveUp);
      },
    );
    request.on('error', reject);
    deadline.addEventListener(
      'abort',
      () => {
        giveUp();
        request.destroy();
      },
      { once: true },
    );
    request.end(letter.body ?? undefined);
  });
}

function beforeDeadline<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(new Error('deadline')), { once: true });
    work.then(resolve, reject);
  });
}

function reasonOf(error: unknown): AttemptError {
  if (error instanceof Forbidden) return error.reason;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code) ? 'tls' : 'connection';
}
