import type { RefusalKind } from '@mosty/kernel/refusal';

export interface FieldError {
  /** `name`, `lines.0.amountMinor`: without the leading `body`. */
  readonly path: string;
  readonly message: string;
}

/** What the server answered instead of success. `kind` is `fault` where the bug is ours; then `faultId` finds it in the log. */
export class ApiRefusal extends Error {
  readonly kind: RefusalKind | 'fault';
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly faultId: string | undefined;
  readonly errors: readonly FieldError[];

  constructor(said: {
    kind: RefusalKind | 'fault';
    code: string;
    status: number;
    params?: Record<string, unknown> | undefined;
    faultId?: string | undefined;
    errors?: readonly FieldError[] | undefined;
  }) {
    super(`${said.code} (${said.status})`);
    this.name = 'ApiRefusal';
    this.kind = said.kind;
    this.code = said.code;
    this.status = said.status;
    this.params = said.params ?? {};
    this.faultId = said.faultId;
    this.errors = said.errors ?? [];
  }
}

const KINDS: Record<number, RefusalKind> = {
  400: 'invalid',
  401: 'not_permitted',
  403: 'not_permitted',
  404: 'not_found',
  409: 'conflict',
  413: 'limit',
  422: 'invalid',
  429: 'limit',
  502: 'upstream',
  503: 'upstream',
  504: 'upstream',
};
const KNOWN = new Set<string>([
  'invalid',
  'not_found',
  'not_permitted',
  'conflict',
  'not_now',
  'limit',
  'upstream',
]);

function isKind(kind: unknown): kind is RefusalKind {
  return typeof kind === 'string' && KNOWN.has(kind);
}

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('path' in one) || !('message' in one)) return [];
    const path = String(one.path)
      .replace(/^\//, '')
      .replaceAll('/', '.')
      .replace(/^body\.?/, '');
    return [{ path, message: String(one.message) }];
  });
}

/** Reads problem+json; anything else (a proxy's page, a broken server) becomes a refusal too, never a silent success. */
export async function refusalOf(response: { status: number; json(): Promise<unknown> }): Promise<ApiRefusal> {
  const { status } = response;
  const said: unknown = await response.json().catch(() => null);
  const problem = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  const kind = isKind(problem['kind']) ? problem['kind'] : (KINDS[status] ?? 'fault');
  const { code, params, faultId } = problem;
  return new ApiRefusal({
    kind,
    code: typeof code === 'string' ? code : `kit.${kind}`,
    status,
    params: typeof params === 'object' && params !== null ? (params as Record<string, unknown>) : undefined,
    faultId: typeof faultId === 'string' ? faultId : undefined,
    errors: fieldErrors(problem['errors']),
  });
}

/** Whatever was thrown, as something `RefusalNotice` can say. */
export function asRefusal(thrown: unknown): ApiRefusal {
  if (thrown instanceof ApiRefusal) return thrown;
  return new ApiRefusal({ kind: 'fault', code: 'kit.fault', status: 0 });
}
