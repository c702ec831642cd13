import type { EventNote } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { hear, textOf, type Hearing } from './heard.ts';

/** What was held or released is said only where the event counted it; one that did not count says nothing of money. */
const isSome = (body: EventNote, name: string): boolean => Number(body[name] ?? 0) > 0;

const CLEARED_TITLE = { ru: 'Вопрос к вам снят', en: 'The question to you is cleared' };
const THANKS = { ru: 'Спасибо за ответ.', en: 'Thank you for the answer.' };
const RETURNED = {
  ru: 'Замороженное вернулось туда, где лежало.',
  en: 'What was held is back where it lay.',
};
const NOTHING_TO_DO = { ru: 'Делать ничего не нужно.', en: 'There is nothing for you to do.' };

/** A partner that was looked at and never knew does not learn of it at the end; the others are told what is so. */
function cleared(
  code: string,
  text: { readonly ru: string; readonly en: string },
  said: { readonly answered: boolean; readonly released: boolean },
): Hearing {
  return hear('flag.lifted', code, { kind: 'flags', title: CLEARED_TITLE, text }, ({ body, partnerId }) =>
    body['partnerKnows'] === true &&
    (body['answered'] === true) === said.answered &&
    isSome(body, 'released') === said.released
      ? { to: { partnerId }, subject: textOf(body, 'flagId'), path: '/portal/questions' }
      : null,
  );
}

export const CLEARED: readonly Hearing[] = [
  cleared(
    'integrity.question_cleared',
    { ru: `${THANKS.ru} ${RETURNED.ru}`, en: `${THANKS.en} ${RETURNED.en}` },
    { answered: true, released: true },
  ),
  cleared('integrity.question_cleared_answered', THANKS, { answered: true, released: false }),
  cleared('integrity.question_cleared_released', RETURNED, { answered: false, released: true }),
  cleared('integrity.question_cleared_unasked', NOTHING_TO_DO, { answered: false, released: false }),
];

export const HELD: readonly Hearing[] = [
  hear(
    'flag.held',
    'integrity.money_held',
    {
      kind: 'flags',
      title: { ru: 'Деньги заморожены до выяснения', en: 'Money is held until it is cleared up' },
      text: {
        ru: 'До {{until}}. Уже выплаченное остаётся у вас; причина стоит у каждого начисления.',
        en: 'Until {{until}}. What was paid stays yours; the reason stands with each accrual.',
      },
      money: true,
    },
    ({ body, partnerId }) => (isSome(body, 'held') ? untilOf(body, partnerId) : null),
  ),
  hear(
    'flag.held',
    'integrity.money_will_wait',
    {
      kind: 'flags',
      title: { ru: 'Новые начисления подождут', en: 'New accruals will wait' },
      text: {
        ru: 'До {{until}}, пока мы не выясним. Уже выплаченное остаётся у вас.',
        en: 'Until {{until}}, while it is cleared up. What was paid stays yours.',
      },
      money: true,
    },
    ({ body, partnerId }) => (isSome(body, 'held') ? null : untilOf(body, partnerId)),
  ),
];

export const MENDING: readonly Hearing[] = [
  mending('incident.opened', 'integrity.mending_begins', 'held', {
    title: { ru: 'Вместе исправляем то, что сломалось', en: 'We mend together what broke' },
    some: {
      ru: 'Замороженное ждёт, пока исправление не проверят.',
      en: 'What is held waits until the fix is verified.',
    },
    none: { ru: 'Когда исправление проверят, мы скажем.', en: 'You hear from us when the fix is verified.' },
  }),
  mending('incident.closed', 'integrity.incident_closed', 'released', {
    title: { ru: 'Исправление проверено', en: 'The fix is verified' },
    some: { ru: 'Замороженное снова ваше.', en: 'What was held is yours again.' },
    none: NOTHING_TO_DO,
  }),
].flat();

function mending(
  on: 'incident.opened' | 'incident.closed',
  code: string,
  counted: 'held' | 'released',
  { title, some, none }: Readonly<Record<'title' | 'some' | 'none', { ru: string; en: string }>>,
): readonly Hearing[] {
  const said = (body: EventNote, path: string, isSaid: boolean) =>
    body['partnerKnows'] === true && isSaid ? { subject: textOf(body, 'incidentId'), path } : null;
  const money = on === 'incident.closed' ? '/portal/money' : '/portal/questions';
  return [
    hear(on, code, { kind: 'flags', title, text: some }, ({ body, partnerId }) => {
      const news = said(body, money, isSome(body, counted));
      return news && { to: { partnerId }, ...news };
    }),
    hear(on, `${code}_no_money`, { kind: 'flags', title, text: none }, ({ body, partnerId }) => {
      const news = said(body, '/portal/questions', !isSome(body, counted));
      return news && { to: { partnerId }, ...news };
    }),
  ];
}

const untilOf = (body: EventNote, partnerId: Id<'partner'>) => ({
  to: { partnerId },
  subject: textOf(body, 'flagId'),
  params: { until: { day: textOf(body, 'until') } },
  path: '/portal/money',
});
