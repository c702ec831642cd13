import type { ShippedText } from './text.ts';

/** The ten rules both sides accept before anything is sold together (S0.57–S0.68). */
export const CODE_OF_HONOUR: ShippedText = {
  ru: {
    title: 'Кодекс чести',
    body: `1. Не врём – ни в цифрах, ни в словах. Не уверены – так и говорим: «это оценка».
2. Не берём кого угодно. Партнёр – это люди, и ценности должны совпадать.
3. Сначала польза, потом деньги. Если людям не стало лучше, это не партнёрство.
4. Ожидания – письменно. Что обещаем мы и что обещаете вы, коротко и по пунктам.
5. Маленький пилот, честный результат. Условия успеха записаны до начала, масштаб – только потом.
6. У каждой стороны есть лицо. Живой человек, который отвечает и до которого можно дозвониться.
7. Никаких серых приёмов. Подмена трафика, промокоды на тех, кто и так покупал, чужие имена в рекламе – мимо.
8. Не роняем цену себе и партнёру. Скидка не должна убивать смысл работы.
9. Ошибки разбираем спокойно. Что сломалось, как чиним, кто делает следующий шаг и когда.
10. Расходимся достойно. Благодарим, подводим итог, закрываем вопросы и остаёмся людьми.

Кто нарушил одно правило, теряет больше, чем заработал. Нарушения видны обеим сторонам рядом с выручкой, какой бы она ни была.`,
  },
  en: {
    title: 'Code of honour',
    body: `1. We do not lie, in figures or in words. Not sure? Then we say so: “this is an estimate”.
2. We do not take just anyone. Partners are people, and values have to agree.
3. Benefit first, money after. If people are no better off, it is not a partnership.
4. Expectations in writing: what we promise and what you promise, short and by points.
5. A small pilot, an honest result. What counts as success is written before the start; scale comes after.
6. Each side has a face: a living person who answers and can be reached.
7. No grey tricks. Swapped traffic, codes for those who were buying anyway, other people’s names in advertising: no.
8. We do not cut the price from under ourselves or the partner. A discount must not kill the point of the work.
9. Mistakes are discussed calmly: what broke, how it is fixed, who takes the next step and when.
10. We part with dignity: thanks, a summary, nothing left open, and we stay human.

Whoever breaks one rule loses more than they earned. Breaches stand beside revenue for both sides to see, however large it is.`,
  },
};
