/**
 * Stands in a letter for the address at which the program is reached. Verbs do not know it; it is filled in when
 * the letter is delivered, or by the page on which it is read.
 */
export const ORIGIN = '{origin}';

export const links = {
  invitation: (token: string): string => `${ORIGIN}/invitations/${token}`,
  signIn: (token: string): string => `${ORIGIN}/sign-in/link?token=${encodeURIComponent(token)}`,
  newPassword: (token: string): string => `${ORIGIN}/sign-in/link?reset=${encodeURIComponent(token)}`,
};

export function fillOrigin(text: string, publicUrl: string): string {
  return text.replaceAll(ORIGIN, publicUrl.replace(/\/+$/, ''));
}
