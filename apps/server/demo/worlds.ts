import { acceptAgreement, proposeVersion, setDepartment } from '@mosty/agreements';
import { noteProductUse, setMemberExpertise, setPartnerExpertise } from '@mosty/directory';
import { noteGiven } from '@mosty/framework';
import type { Id } from '@mosty/kernel/id';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import { EXPECTATIONS } from './expectations.ts';
import type { Stage } from './stage.ts';

const MORNING_MS = 10 * 3_600_000;

/** What colleagues know, in the order of the team. */
const KNOWN: readonly (readonly string[])[] = [
  ['опт', 'переговоры'],
  ['CRM', 'внедрение', 'опт'],
  ['бухгалтерия', 'налоги'],
  ['розница', 'маркетплейсы'],
  ['банки'],
];
const WORLDS: readonly (readonly [partner: string, tags: readonly string[]])[] = [
  ['Вектор CRM', ['CRM', 'внедрение', 'опт']],
  ['Цифра и баланс', ['бухгалтерия', 'розница']],
  ['Учётный двор', ['бухгалтерия', 'налоги']],
  ['Оптовик Денис', ['опт', 'маркетплейсы']],
  ['Банк «Берег»', ['банки']],
  // Nobody of the team knows this one: the gap is seen.
  ['Касса-Техно', ['кассовая техника']],
];
const USES = [
  ['Вектор CRM', 'uses', 40, 'Показали свой склад в программе на встрече'],
  ['Цифра и баланс', 'has_access', 75, 'Вход есть, последний раз заходили весной'],
  ['Оптовик Денис', 'uses', 20, 'Ведёт в программе свой магазин, видно в обзоре'],
  ['Касса-Техно', 'no', 120, 'Сказали сами на созвоне'],
] as const;
/** Services of the upper track by their place in the document, days ago, and to whom. */
const GIVEN = [
  ['Вектор CRM', 0, 62, 'Руслан Гатин'],
  ['Вектор CRM', 1, 48, 'Команда внедрения, два человека'],
  ['Вектор CRM', 3, 21, 'Алия Сафина'],
  ['Цифра и баланс', 0, 12, 'Руководитель практики'],
  ['Цифра и баланс', 2, 90, 'Двое консультантов'],
] as const;
/** The only one who works with nobody else, for a price; the day to look at it anew is near. */
const EXCLUSIVE = 'Цифра и баланс';
const EXCLUSIVE_DAYS_LEFT = 19;

/** Whose world is whose, who uses the product, what those led personally were given, and one exclusivity that nears its end. */
export async function tellWorlds(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const now = stage.clock.now();
  const at = (day: BusinessDate) =>
    stage.clock.set(new Date(startOfDay(day, COMPANY.zone).getTime() + MORNING_MS));
  const idOf = (name: string): Id<'partner'> | undefined => enrolled.get(name)?.partnerId;
  for (const [place, { id }] of [...stage.people.values()].entries())
    if (KNOWN[place])
      await setMemberExpertise(stage.head, { memberId: id as Id<'member'>, tags: KNOWN[place] });
  for (const [name, tags] of WORLDS) {
    const partnerId = idOf(name);
    if (partnerId) await setPartnerExpertise(stage.head, { partnerId, tags });
  }
  for (const [name, use, daysAgo, source] of USES) {
    const partnerId = idOf(name);
    if (!partnerId) continue;
    at(addDays(today, -daysAgo));
    await noteProductUse(stage.head, { partnerId, use, asOf: addDays(today, -daysAgo), source });
  }
  for (const [name, place, daysAgo, toWhom] of GIVEN) {
    const partnerId = idOf(name);
    if (!partnerId) continue;
    at(addDays(today, -daysAgo));
    await noteGiven(stage.head, { partnerId, place, givenOn: addDays(today, -daysAgo), toWhom });
  }
  await agreeExclusively(stage, enrolled, today, at);
  await nameDepartments(stage, enrolled);
  stage.clock.set(now);
}

async function agreeExclusively(
  { head }: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
  at: (day: BusinessDate) => void,
): Promise<void> {
  const agreementId = enrolled.get(EXCLUSIVE)?.agreementId;
  if (!agreementId) return;
  const from = addDays(today, EXCLUSIVE_DAYS_LEFT - 183);
  at(from);
  const version = await proposeVersion(head, {
    agreementId,
    body: {
      ...EXPECTATIONS.partner_sales,
      exclusivity: {
        bound: 'theirs',
        subject: 'складской учёт для розничных сетей',
        inReturn: 'первая очередь внедрений и надбавка за полгода',
        price: { amountMinor: 18_000_000, currency: COMPANY.currency },
        from,
        until: addDays(today, EXCLUSIVE_DAYS_LEFT),
        condition: 'не меньше двух внедрений в квартал',
      },
    },
  });
  const accepted = { agreementId, version: version.version, bodyHash: version.bodyHash };
  await acceptAgreement(head, { ...accepted, side: 'ours', person: 'Руководитель ОПП' });
  await acceptAgreement(head, {
    ...accepted,
    side: 'theirs',
    person: 'Управляющий партнёр',
    evidence: 'Письмо от того же дня',
  });
}

/** Strategic ones live apart: one by the owners, one by PR; of the others nobody said. */
async function nameDepartments({ head }: Stage, enrolled: ReadonlyMap<string, Enrolled>): Promise<void> {
  for (const [name, department] of [
    ['Банк «Берег»', 'management'],
    ['Касса-Техно', 'pr'],
  ] as const) {
    const agreementId = enrolled.get(name)?.agreementId;
    if (agreementId) await setDepartment(head, { agreementId, department });
  }
}
