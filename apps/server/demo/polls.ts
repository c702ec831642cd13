import { addDeed, answerPoll, openPoll, setPollSettings } from '@mosty/feedback';
import { addMember, contextOfMember } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { addDays, addMonths, firstDay, monthOf, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import { seeded } from './random.ts';
import type { Stage } from './stage.ts';

const MORNING_MS = 10 * 3_600_000;
/** One person of a partner each: enough for a figure, few enough to read every answer. */
const PEOPLE = [
  'Анна Лебедева',
  'Тимур Исаев',
  'Ольга Красина',
  'Егор Панфилов',
  'Дина Хасанова',
  'Михаил Орлов',
  'Вера Соболева',
  'Артём Зуев',
  'Лидия Фомина',
  'Павел Гордеев',
  'Нина Журавлёва',
  'Роман Беляев',
  'Ирина Дёмина',
  'Глеб Савин',
] as const;
const CAME_DAYS_AGO = 400;
/** They part with us: nobody asks them. */
const PARTED = new Set(['Трафик-Маг', 'Мамин опт', 'СкидкаДня', 'Веб-Справка']);

interface Told {
  readonly monthsAgo: number;
  readonly answered: number;
  /** How the mood was: what is added to everybody's mark. */
  readonly mood: number;
  readonly words: readonly string[];
  readonly deed: string | null;
}

/** Payments were slow, became quick after the first poll; materials still come late (story 17). */
const POLLS: readonly Told[] = [
  {
    monthsAgo: 12,
    answered: 11,
    mood: -1,
    words: [
      'Выплату ждал сорок дней и не знал, когда она придёт.',
      'Не понимаю, за что именно начислено.',
      'Хорошие люди, но ответа жду по три дня.',
    ],
    deed: 'Платим до десятого числа и показываем, из чего сложилась каждая сумма.',
  },
  {
    monthsAgo: 6,
    answered: 13,
    mood: 0,
    words: [
      'С выплатами стало понятно. Материалы по новой версии пришли после запуска.',
      'Дайте примеры по бухгалтерии, а не по рознице.',
      'Отвечают быстро, спасибо.',
    ],
    deed: 'Назначили ответственную за материалы; разбор для бухгалтеров – в библиотеке.',
  },
  {
    monthsAgo: 0,
    answered: 9,
    mood: 1,
    words: ['Материалы опять на неделю позже обещанного.', 'Лучше, чем было весной.'],
    deed: null,
  },
];

/** Three half-years of answers: two told to partners what was done after them, the last is still open. */
export async function tellPolls(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const now = stage.clock.now();
  const at = (day: BusinessDate) =>
    stage.clock.set(new Date(startOfDay(day, COMPANY.zone).getTime() + MORNING_MS));
  // They came a little before they were first asked.
  at(addDays(today, -CAME_DAYS_AGO));
  const people = await letAnswer(stage, enrolled);
  const random = seeded(1_970);
  for (const told of POLLS) {
    const last = addDays(today, -6);
    const opened =
      told.monthsAgo === 0 ? last : addDays(firstDay(addMonths(monthOf(last), -told.monthsAgo)), 9);
    at(opened);
    await setPollSettings(stage.head, { isOn: true, isNameless: false, month: 5, openDays: 21 });
    const { id: pollId } = await openPoll(stage.head);
    for (const [place, person] of people.slice(0, told.answered).entries()) {
      at(addDays(opened, Math.min(5, 1 + (place % 5))));
      await answerPoll(person, { pollId, ...answer(random.between(6, 9), told, place) });
    }
    if (told.deed === null) continue;
    at(addDays(opened, 40));
    await addDeed(stage.head, { pollId, words: told.deed });
  }
  stage.clock.set(now);
}

function answer(base: number, { mood, words }: Told, place: number) {
  const mark = (of: number) => Math.max(1, Math.min(5, of));
  return {
    recommend: Math.max(0, Math.min(10, base + mood + (place % 4 === 3 ? -2 : 1))),
    marks: {
      support: mark(4 + (place % 2)),
      value: mark(4 + (place % 3 === 0 ? 1 : 0)),
      simplicity: mark(3 + mood + (place % 2)),
      speed: mark(3 + mood + (place % 3 === 0 ? 1 : 0)),
    },
    words: words[place] ?? null,
  };
}

async function letAnswer(stage: Stage, enrolled: ReadonlyMap<string, Enrolled>): Promise<Context[]> {
  const { system, clock } = stage;
  const people: Context[] = [];
  const asked = [...enrolled].filter(([name]) => !PARTED.has(name));
  for (const [place, name] of PEOPLE.entries()) {
    const partnerId = asked[place]?.[1].partnerId;
    if (!partnerId) break;
    const { id } = await addMember(system, {
      role: 'partner_staff',
      name,
      email: `staff-${place + 1}@partners.example.ru`,
      partnerId,
    });
    people.push(await contextOfMember(system.database, system.workspaceId, id, { clock, ids: system.ids }));
  }
  return people;
}
