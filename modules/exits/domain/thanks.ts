import type { Language } from '@mosty/kernel/operation';

interface Told {
  readonly company: string;
  readonly partner: string;
}

/** The letter to begin with: said plainly, promises nothing and asks for nothing. */
const LETTERS = {
  ru: ({ company, partner }: Told) => ({
    subject: `${company}: спасибо за совместную работу`,
    text: `Здравствуйте!

Спасибо вам и всей команде «${partner}» за работу вместе с нами. Мы ценим доверие, с которым вы рассказывали о нас своим клиентам.

Перед тем как расстаться, закроем все вопросы: покажем итоги совместной работы, выплатим всё, что причитается, и передадим клиентов так, чтобы никто не остался без заботы.

Если что-то осталось недосказанным, ответьте на это письмо.

${company}`,
  }),
  en: ({ company, partner }: Told) => ({
    subject: `${company}: thank you for working with us`,
    text: `Hello,

Thank you and everybody at ${partner} for working together with us. We value the trust with which you told your clients about us.

Before we part, we will close every question: we will show you what came of our work, pay all that is due, and hand your clients over so that nobody is left without care.

If anything was left unsaid, just reply to this letter.

${company}`,
  }),
} as const satisfies Record<Language, (told: Told) => { subject: string; text: string }>;

export function thanksLetters(told: Told): Record<Language, { subject: string; text: string }> {
  return { ru: LETTERS.ru(told), en: LETTERS.en(told) };
}
