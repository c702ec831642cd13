import { Refusal } from '@mosty/kernel/refusal';
import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '../contract/invitations.ts';

/** The first guesses of every password list that are long enough to pass the length rule. */
const COMMON = new Set([
  '1234567890',
  '0123456789',
  'qwertyuiop',
  'password12',
  'password123',
  'passw0rd123',
  'йцукенгшщз',
  'administrator',
]);

/** A password that somebody who knows the person would try first is refused, whatever its length. */
export function acceptablePassword(
  password: string,
  person: { email: string; name: string },
): true | Refusal {
  if (password.length < PASSWORD_LENGTH_MIN)
    return new Refusal('invalid', 'identity.password_short', { min: PASSWORD_LENGTH_MIN });
  if (password.length > PASSWORD_LENGTH_MAX)
    return new Refusal('invalid', 'identity.password_long', { max: PASSWORD_LENGTH_MAX });
  const plain = password.toLowerCase();
  if (COMMON.has(plain) || new Set(plain).size < 4)
    return new Refusal('invalid', 'identity.password_common', {});
  const own = [person.email, person.email.split('@')[0] ?? '', person.name].map((text) => text.toLowerCase());
  if (own.some((text) => text.length >= 4 && plain.replace(text, '').length < 4)) {
    return new Refusal('invalid', 'identity.password_personal', {});
  }
  return true;
}
