import type { Role, Scope } from '../contract/roles.ts';

/** One thing somebody may do, as a sentence. */
export interface Right {
  readonly roles: readonly Role[];
  /** An API key with this scope may do it too; without one, no key may. */
  readonly scope?: Scope;
  /** It shows money: a partner's employee needs money granted by the partner's owner besides the role. */
  readonly money?: true;
  readonly says: { readonly ru: string; readonly en: string };
}

export type Rights<Action extends string = string> = Readonly<Record<Action, Right>>;

const ACTION = /^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/;
const known = new Map<string, Right>();

/**
 * Declares a module's rights. Actions read `noun.verb` and are unique in the whole product: the settings page,
 * `can` of the signed-in person and the authorisation tests are made from this list.
 * @throws when an action is misspelled or declared twice
 */
export function defineRights<const Action extends string>(rights: Record<Action, Right>): Rights<Action> {
  for (const [action, right] of Object.entries<Right>(rights)) {
    if (!ACTION.test(action)) throw new Error(`the action ${action} does not read noun.verb`);
    if (known.has(action)) throw new Error(`the action ${action} is declared twice`);
    known.set(action, right);
  }
  return rights;
}

/** Every right of every module loaded so far, in the order of declaration. */
export function allRights(): ReadonlyMap<string, Right> {
  return known;
}
