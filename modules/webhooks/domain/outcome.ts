/** Why an attempt was no success. Codes, for the words live with the reader. */
export const ATTEMPT_ERRORS = [
  'status',
  'redirect',
  'timeout',
  'unknown_host',
  'inside_address',
  'insecure',
  'connection',
  'tls',
  'our_fault',
  'demo',
] as const;
export type AttemptError = (typeof ATTEMPT_ERRORS)[number];

export interface Outcome {
  readonly status: number | null;
  readonly durationMs: number;
  readonly error: AttemptError | null;
  readonly answer: string | null;
  /** What the receiver asked for by Retry-After. */
  readonly retryAfterMs: number;
}

/** 410: the receiver is gone for good, and says so. */
export const GONE = 410;

export function errorOf(status: number): AttemptError | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

/** Text that a database can keep, whatever the receiver sent. */
export function readableAnswer(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\u0000', '\ufffd');
}
