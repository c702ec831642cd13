import type { Database } from '@mosty/kernel/db';
import type { World } from '../context.ts';

export interface SignInSettings {
  readonly database: Database;
  /** At least 32 random characters, kept in the data folder: it signs cookies and encrypts TOTP secrets. */
  readonly secret: string;
  /** `https://partners.example`: links in letters, passkeys and secure cookies follow it. */
  readonly publicUrl: string;
  /** A fault inside the sign-in library, for the log. */
  readonly onFault?: (error: unknown) => void;
  readonly world?: World;
}

/** From signing in; a device that is used monthly is asked monthly. */
export const SESSION_DAYS = 30;
export const LINK_MINUTES = 15;
export const PASSWORD_LINK_MINUTES = 60;
/** Wrong passwords for one address before it must wait, and how long. One-time links and passkeys still work. */
export const WRONG_PASSWORDS_MAX = 10;
export const WRONG_PASSWORDS_MINUTES = 15;
