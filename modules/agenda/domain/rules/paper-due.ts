import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { defineRule } from '../rule.ts';
import { dayOf } from './days.ts';

export interface PaperRow {
  readonly subject: string;
  readonly what: 'agreement' | 'exclusivity' | 'erid' | 'report';
  readonly partnerId: string;
  readonly dueOn: BusinessDate;
}

/** An agreement is renewed in a month; a token is got in a week. */
const AHEAD_DAYS = { agreement: 30, exclusivity: 30, erid: 7, report: 7 } as const;

export const isPaperNear = ({ what, dueOn }: PaperRow, today: BusinessDate): boolean =>
  daysBetween(today, dueOn) <= AHEAD_DAYS[what];

/** What passed longer ago stands in the agenda, and is no news. */
export const NEWS_DAYS = 14;

/** Whether to tell of it: an agreement that has ended does not end soon, and an act of last year is nobody's news. */
export function isPaperNews(row: PaperRow, today: BusinessDate): boolean {
  const passed = daysBetween(row.dueOn, today);
  const ends = row.what === 'agreement' || row.what === 'exclusivity';
  return isPaperNear(row, today) && passed <= (ends ? 0 : NEWS_DAYS);
}

/** An agreement or an exclusivity runs out, an advertisement has no token, an act did not go to the operator: deadlines of the law. */
export const paperDue = defineRule<PaperRow>({
  code: 'paper_due',
  liftPpm: 800_000,
  minutes: 15,
  isNewFace: false,
  name: { ru: 'Договор или erid', en: 'Agreement or erid' },
  why: (params, partner) => {
    const day = dayOf(params['dueOn']);
    if (params['what'] === 'agreement')
      return {
        ru: `Договор с «${partner}» кончается ${day.ru}`,
        en: `The agreement with “${partner}” ends on ${day.en}`,
      };
    if (params['what'] === 'exclusivity')
      return {
        ru: `Эксклюзив с «${partner}» – до ${day.ru}: решите, продлевать ли и за что`,
        en: `Exclusivity with “${partner}” is until ${day.en}: decide whether to go on, and for what`,
      };
    return params['what'] === 'erid'
      ? {
          ru: `Публикация «${partner}» на ${day.ru} не готова: нет erid, пометки или реестра`,
          en: `The publication of “${partner}” for ${day.en} is not ready: no erid, label or register`,
        }
      : {
          ru: `Акт по публикации «${partner}» пора передать в ОРД до ${day.ru}`,
          en: `The act of a publication of “${partner}” is due at the ad data operator by ${day.en}`,
        };
  },
  fix: { ru: 'Сделать бумагу до дела, а не после', en: 'Make the paper before the deed, not after it' },
  step: { ru: 'Оформить и приложить', en: 'Make it and attach it' },
  find: (rows, { today, money }) =>
    rows.flatMap((row) =>
      !isPaperNear(row, today)
        ? []
        : [
            {
              subject: row.subject,
              partnerId: row.partnerId,
              stakeMinor: money.of(row.partnerId),
              dueOn: row.dueOn,
              pinned: 'law' as const,
              params: { what: row.what, dueOn: row.dueOn },
            },
          ],
    ),
});
