interface RequisitesChange {
  readonly partner: string;
  /** The moment when payouts go on, as the company's clock shows it. */
  readonly frozenUntil: string;
}

/**
 * To the faces of both sides when an account changed: whoever did not ask for it should learn of it in time.
 * In both languages: nobody knows which one a partner's person reads.
 */
export function requisitesLetter({ partner, frozenUntil }: RequisitesChange) {
  return {
    subject: `Реквизиты изменены: ${partner} · Payment details changed`,
    text: `Реквизиты, по которым «${partner}» получает деньги, изменены. Выплаты подождут до ${frozenUntil}.
Если вы об этом не просили, сразу напишите тому, кто ведёт ваше партнёрство: до этого срока ничего не выплатят.

The details by which ${partner} is paid were changed. Payouts wait until ${frozenUntil}.
If you did not ask for this, answer now to whoever keeps your partnership: until then nothing is paid.
`,
  };
}
