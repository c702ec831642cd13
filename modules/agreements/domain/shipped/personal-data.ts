import type { ShippedText } from './text.ts';

/**
 * Consent to the handling of personal data: a text of its own, never a line of the offer (152-ФЗ, article 9, since
 * 01.09.2025 a separate document). A draft for the company's lawyer: the name of the operator stands where {company} is.
 */
export const PERSONAL_DATA: ShippedText = {
  ru: {
    title: 'Согласие на обработку персональных данных',
    body: `Я даю согласие компании {company} обрабатывать мои персональные данные: имя, должность, электронную почту, телефон, а если я получаю выплаты как физическое лицо, самозанятый или ИП – ещё ИНН и банковские реквизиты.

Зачем: чтобы вести совместную работу по соглашению о партнёрстве, отвечать мне, считать и выплачивать вознаграждение, выполнять требования закона об учёте и налогах.

Что делают с данными: собирают, записывают, хранят, уточняют, используют, передают банку и налоговому органу в объёме, нужном для выплаты, обезличивают и удаляют. Данные хранятся на серверах компании в России. Другим людям их не передают и рекламу по ним не показывают.

Как долго: пока действует соглашение и до конца срока, который закон велит хранить документы о выплатах; после этого данные стирают.

Как отозвать: написать ответственному лицу компании или отметить отзыв в кабинете партнёра. После отзыва останется только то, что компания обязана хранить по закону.

Согласие отдельное: от него не зависят условия соглашения.`,
  },
  en: {
    title: 'Consent to the handling of personal data',
    body: `I agree that {company} handles my personal data: name, position, e-mail, telephone and, if I am paid as a private person, self-employed or a sole trader, also my tax number and bank details.

Why: to work together under the partnership agreement, to answer me, to count and pay rewards, and to meet the law on accounts and taxes.

What is done with them: they are collected, written down, kept, corrected, used, given to a bank and to the tax office as far as a payment needs it, made anonymous and erased. They are kept on the company’s servers in Russia. They are given to nobody else, and no advertising is shown by them.

How long: while the agreement holds and until the end of the time for which the law has papers of payments kept; then they are erased.

How to withdraw: write to the company’s responsible person or mark it in the partner’s area. Only what the law obliges the company to keep remains.

This consent stands by itself: the terms of the agreement do not depend on it.`,
  },
};
