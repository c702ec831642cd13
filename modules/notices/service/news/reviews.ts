import { hear, textOf, type Heard, type Hearing } from './heard.ts';

const toThem = ({ body, partnerId }: Heard) => ({
  to: { partnerId },
  subject: textOf(body, 'reviewId'),
  path: `/portal/reviews/${textOf(body, 'reviewId')}`,
});
const toUs = ({ body, partnerId, partner }: Heard) => ({
  to: { keeperOf: partnerId },
  subject: textOf(body, 'reviewId'),
  params: { partner },
  path: `/reviews/${textOf(body, 'reviewId')}`,
});

/** A quarter looked at by both: each step is told to the side whose turn it is. */
export const REVIEWS: readonly Hearing[] = [
  hear(
    'review.shown',
    'reviews.review_shown',
    {
      kind: 'plans',
      title: { ru: 'Квартальный разбор готов: прочитайте его', en: 'The quarterly review is ready to read' },
      text: {
        ru: 'Мы видим тот же документ. Добавьте слово к любому пункту.',
        en: 'We see the same document. Add a word to any point.',
      },
    },
    toThem,
  ),
  hear(
    'review.remarked',
    'reviews.they_remarked',
    {
      kind: 'plans',
      title: { ru: 'Партнёр написал к квартальному разбору', en: 'A partner wrote on the quarterly review' },
      text: { ru: '«{{partner}}»: прочитайте до решения.', en: '“{{partner}}”: read it before you decide.' },
    },
    (heard) => (heard.body['side'] === 'theirs' ? toUs(heard) : null),
  ),
  hear(
    'review.remarked',
    'reviews.we_remarked',
    {
      kind: 'plans',
      title: { ru: 'К вашему квартальному разбору написали', en: 'We wrote on your quarterly review' },
      text: { ru: 'Слово стоит у своего пункта.', en: 'The word stands with its point.' },
    },
    (heard) => (heard.body['side'] === 'ours' ? toThem(heard) : null),
  ),
  hear(
    'review.decided',
    'reviews.waits_for_signature',
    {
      kind: 'plans',
      title: {
        ru: 'Решение квартального разбора ждёт подписи',
        en: 'The quarterly review waits to be signed',
      },
      text: {
        ru: 'Прочитайте решение и цели и подпишите.',
        en: 'Read the decision and the goals, and sign.',
      },
    },
    toThem,
  ),
  hear(
    'review.signed',
    'reviews.review_signed',
    {
      kind: 'plans',
      title: { ru: 'Квартальный разбор подписан', en: 'The quarterly review is signed' },
      text: {
        ru: '«{{partner}}» подписал решение квартала.',
        en: '“{{partner}}” signed the decision of the quarter.',
      },
    },
    toUs,
  ),
];
