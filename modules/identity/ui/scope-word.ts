import type { Scope } from '@mosty/identity/contract';

/** Keys of words have no colons: those part a namespace from a key. */
export function scopeWord(scope: Scope): string {
  return scope.replace(':', '_');
}
