/** Mosty refused, or could not be reached (`status` 0). `code` is stable: `tracking.told_differently`. */
export class MostyError extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    params: Readonly<Record<string, unknown>>,
    options?: ErrorOptions,
  ) {
    super(`${code}${status === 0 ? '' : ` (${status})`} ${JSON.stringify(params)}`, options);
    this.name = 'MostyError';
    this.status = status;
    this.code = code;
    this.params = params;
  }
}

/** RFC 9457, or whatever a proxy on the way answered instead. */
export async function problemOf(response: Response): Promise<MostyError> {
  const text = await response.text();
  try {
    const problem: unknown = JSON.parse(text);
    if (isRecord(problem) && typeof problem['code'] === 'string') {
      const { code, params, errors } = problem;
      const told = isRecord(params) ? params : {};
      return new MostyError(response.status, code, errors === undefined ? told : { ...told, errors });
    }
  } catch {
    // Not JSON: told as it came, below.
  }
  return new MostyError(response.status, 'sdk.not_mosty', { answer: text.slice(0, 300) });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
