import { Refusal } from '@mosty/kernel/refusal';

/** True, or the code of what stands in the way: it travels with the answer, so a disabled button says why. */
export type Ability = true | { readonly because: string };

/** The first check that refuses decides; a check answers or throws its refusal. */
export function ability(...checks: readonly (() => unknown)[]): Ability {
  for (const check of checks) {
    try {
      const verdict = check();
      if (verdict instanceof Refusal) return { because: verdict.code };
    } catch (thrown) {
      if (thrown instanceof Refusal) return { because: thrown.code };
      throw thrown;
    }
  }
  return true;
}
