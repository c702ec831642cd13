import type { Class } from './cast.ts';

interface Expectations {
  readonly success: string;
  readonly whoAnswers: string;
  readonly ifItBreaks: string;
  readonly howCounted: string;
  readonly promises: { side: 'ours' | 'theirs'; words: string; dueOn: null }[];
}

const ours = (words: string) => ({ side: 'ours' as const, words, dueOn: null });
const theirs = (words: string) => ({ side: 'theirs' as const, words, dueOn: null });

/** What both sides write down, short and by points (S0.60). */
export const EXPECTATIONS: Record<Class, Expectations> = {
  partner_sales: {
    success: 'Первый клиент в первые шестьдесят дней, затем не меньше одного нового клиента в квартал.',
    whoAnswers: 'С нашей стороны менеджер партнёра, с вашей – тот, кто назван в карточке.',
    ifItBreaks: 'Говорим в тот же день: что сломалось, как чиним, кто делает следующий шаг и когда.',
    howCounted:
      'Клиент засчитывается тому, за кем закреплён. Начисление с каждой оплаты, после периода проверки.',
    promises: [
      ours('Отвечаем на переданного клиента за один рабочий день'),
      ours('Отчёт и выплата до десятого числа'),
      theirs('Советуем «Полку» только тем, кому она правда нужна'),
      theirs('Не обещаем скидок, которых нет'),
    ],
  },
  alliance: {
    success: 'Совместный продукт, которым пользуются клиенты обеих сторон.',
    whoAnswers: 'Коммерческий директор и руководитель продукта партнёра.',
    ifItBreaks: 'Встреча двух ответственных в течение недели.',
    howCounted: 'Влияние – по целям с подтверждениями, деньги – по оплатам клиентов, пришедших вместе.',
    promises: [
      ours('Готовим общий сценарий и обучаем поддержку'),
      theirs('Показываем «Полку» своим клиентам в разделе партнёров'),
    ],
  },
  referral: {
    success: 'Знакомый, которому посоветовали, решил свою задачу.',
    whoAnswers: 'Менеджер, который ведёт клиента.',
    ifItBreaks: 'Возвращаем деньги знакомому и извиняемся перед обоими.',
    howCounted: 'Благодарность за первую оплату того, кому посоветовали.',
    promises: [
      ours('Бережно относимся к вашему знакомому'),
      theirs('Советуем только то, чем пользуемся сами'),
    ],
  },
};

const NAMES = [
  'Алексей Фадеев',
  'Марина Крылова',
  'Илья Руденко',
  'Наталья Сорокина',
  'Денис Левин',
  'Юлия Карташова',
  'Роман Белых',
  'Анна Шувалова',
  'Олег Титов',
  'Екатерина Малая',
] as const;

/** An invented person on the partner's side. */
export function theirFace(partner: string, place: number) {
  const index = (partner.length * 7 + place) % NAMES.length;
  return {
    side: 'theirs' as const,
    name: NAMES[index] ?? NAMES[0],
    title: 'Отвечает за партнёрство',
    email: `partner${partner.length}${place}@example.ru`,
    phone: `+7 000 ${String(100 + partner.length)}-${String(10 + (place % 90))}-${String(10 + index)}`,
    isMain: true,
    replyHours: 48,
  };
}
