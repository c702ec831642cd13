import type { Scope } from '../contract.ts';

/** Keys of words have no colons: those part a namespace from a key. */
export function scopeWord(scope: Scope): string {
  return scope.replace(':', '_');
}
