import { addMember } from '@mosty/identity';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

/** Whose portal the demo opens. */
const PARTNER = 'Вектор CRM';
const PEOPLE = [
  { role: 'partner_owner', name: 'Руслан Гатин', email: 'ruslan@vector.example.ru' },
  { role: 'partner_staff', name: 'Алия Сафина', email: 'aliya@vector.example.ru' },
] as const;

/** The partner's side of the demo: its owner, and an employee to whom money is not opened. */
export async function letPartnerIn(stage: Stage, enrolled: ReadonlyMap<string, Enrolled>): Promise<void> {
  const joined = enrolled.get(PARTNER);
  if (!joined) throw new Error(`${PARTNER} has not joined yet`);
  for (const person of PEOPLE) await addMember(stage.system, { ...person, partnerId: joined.partnerId });
}
