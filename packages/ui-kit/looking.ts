/** The server's name for a request asked with a partner's eyes, in a header or in the address of a file. */
export const LOOK_HEADER = 'mosty-as-partner';
const KEPT = 'mosty.lookAs';

/** As which partner this tab looks; null: as oneself. Only this tab: the next one is one's own again. */
export function looksAs(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** From the next request on. The caller then loads a whole new page: nothing read before stays in it. */
export function lookAs(partnerId: string | null): void {
  if (partnerId === null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, partnerId);
}
