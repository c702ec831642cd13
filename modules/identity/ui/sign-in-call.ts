import { ApiRefusal } from '@mosty/ui-kit';

/** What the sign-in endpoints answer; each page reads the fields it asked for. */
type Answer = Readonly<Record<string, unknown>>;

/**
 * Calls an endpoint under `/api/auth`. They belong to the sign-in library and speak its codes, which become
 * refusals with our words: `INVALID_TOKEN` is `identity.invalid_token`.
 * @throws ApiRefusal
 */
export async function signInCall(method: 'GET' | 'POST', path: string, body: object = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    });
  } catch {
    throw new ApiRefusal({ kind: 'upstream', code: 'kit.offline', status: 0 });
  }
  const answer = asRecord(await response.json().catch(() => null));
  if (!response.ok) throw refusalOf(response.status, answer['code']);
  return answer;
}

function refusalOf(status: number, code: unknown): ApiRefusal {
  if (status >= 500) return new ApiRefusal({ kind: 'fault', code: 'kit.fault', status });
  if (typeof code !== 'string') {
    return status === 429
      ? new ApiRefusal({ kind: 'limit', code: 'identity.too_often', status })
      : new ApiRefusal({ kind: 'invalid', code: 'kit.invalid', status });
  }
  const own = code.startsWith('identity.') ? code : `identity.${code.toLowerCase()}`;
  return new ApiRefusal({
    kind: status === 429 ? 'limit' : 'invalid',
    code: own,
    status,
    params: { min: 10, max: 128 },
  });
}

function asRecord(value: unknown): Answer {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
