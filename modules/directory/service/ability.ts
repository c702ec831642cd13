import { Refusal, type RefusalParams } from '@mosty/kernel/refusal';

/** True, or what stands in the way: it travels with the answer, so a disabled button says why. */
export type Ability = true | { readonly because: string; readonly params?: RefusalParams };

/** The first check that refuses decides; a check answers or throws its refusal. */
export function ability(...checks: readonly (() => unknown)[]): Ability {
  for (const check of checks) {
    try {
      const verdict = check();
      if (verdict instanceof Refusal) return whyNot(verdict);
    } catch (thrown) {
      if (thrown instanceof Refusal) return whyNot(thrown);
      throw thrown;
    }
  }
  return true;
}

function whyNot({ code, params }: Refusal): Ability {
  return Object.keys(params).length > 0 ? { because: code, params } : { because: code };
}
