/** A proof older than this says little of who sits there now. */
export const PROOF_MINUTES = 10;
/** Of a hundred million codes five guesses find one by no luck worth having. */
export const PROOF_TRIES_MAX = 5;
/** Letters with codes are not sent oftener than this. */
export const PROOF_EVERY_SECONDS = 60;

export function isFresh(at: Date | null | undefined, now: Date): boolean {
  return at != null && now.getTime() - at.getTime() <= PROOF_MINUTES * 60_000;
}

/** «an***@shop.example»: enough to know one's own box, and nothing for a stranger. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, Math.min(2, Math.max(at - 1, 0)))}***${email.slice(at)}`;
}
