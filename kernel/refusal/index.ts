/**
 * A refusal is an expected answer the reader can act on. Everything else that is thrown is a fault: our bug.
 *
 * invalid        the request itself is wrong; another body would do
 * not_found      no such thing, or none that this actor may see (the two are not told apart on purpose)
 * not_permitted  the thing is there, the actor's role does not allow the act
 * conflict       somebody or something else got there first; look again and decide
 * not_now        a rule forbids it in this state; params name the rule and what would change it
 * limit          too much or too often; params name the limit
 * upstream       somebody we depend on did not answer
 */
export type RefusalKind =
  | 'invalid'
  | 'not_found'
  | 'not_permitted'
  | 'conflict'
  | 'not_now'
  | 'limit'
  | 'upstream';

export type RefusalParams = Record<string, string | number | boolean | null | readonly (string | number)[]>;

/** `code` is stable and reads `module.what_is_wrong`; its ru/en words live in the module's `ui/words.ts`. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly params: RefusalParams;

  constructor(kind: RefusalKind, code: string, params: RefusalParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Refusal';
    this.kind = kind;
    this.code = code;
    this.params = params;
  }
}

/** Throws a refusal. For verbs; domain code returns `new Refusal(…)` as a value instead. */
export function refuse(kind: RefusalKind, code: string, params: RefusalParams = {}): never {
  throw new Refusal(kind, code, params);
}

/** Unwraps what a domain rule returned: the value, or its refusal thrown. */
export function orRefuse<T>(outcome: T | Refusal): T {
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}
