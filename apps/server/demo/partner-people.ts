import { addMember, contextOfMember } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

/** Whose portal the demo opens. */
const PARTNER = 'Вектор CRM';
const PEOPLE = [
  { role: 'partner_owner', name: 'Руслан Гатин', email: 'ruslan@vector.example.ru' },
  { role: 'partner_staff', name: 'Алия Сафина', email: 'aliya@vector.example.ru' },
] as const;

const CAME_DAYS_AGO = 420;
const DAY_MS = 86_400_000;

/** The partner's side of the demo: its owner, whose eyes are answered, and an employee to whom money is not opened. */
export async function letPartnerIn(stage: Stage, enrolled: ReadonlyMap<string, Enrolled>): Promise<Context> {
  const joined = enrolled.get(PARTNER);
  if (!joined) throw new Error(`${PARTNER} has not joined yet`);
  const { system, clock } = stage;
  const now = clock.now();
  // The oldest of a role is whose portal opens: they came before anybody another story lets in.
  clock.set(new Date(now.getTime() - CAME_DAYS_AGO * DAY_MS));
  const people = [];
  for (const person of PEOPLE)
    people.push(await addMember(system, { ...person, partnerId: joined.partnerId }));
  clock.set(now);
  const [owner] = people;
  if (!owner) throw new Error(`nobody of ${PARTNER}`);
  return contextOfMember(system.database, system.workspaceId, owner.id, {
    clock: stage.clock,
    ids: system.ids,
  });
}
