interface Asking {
  readonly company: string;
  readonly client: string;
  readonly partner: string | null;
  readonly link: string;
  readonly days: number;
}

const NAME_CHARACTERS_MAX = 100;

/**
 * A name as a stranger typed it into a form: one line, no address that a mail program would make a link of. The letter goes
 * out under our company's name.
 */
function asName(typed: string): string {
  const line = typed.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
  const said = line.replace(/\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\S*/gi, '…');
  return said.length > NAME_CHARACTERS_MAX ? `${said.slice(0, NAME_CHARACTERS_MAX)}…`.toWellFormed() : said;
}

/** One question and one link. In both languages: nobody knows which one the client reads. */
export function handoverLetter({ company, link, days, ...typed }: Asking) {
  const client = asName(typed.client);
  const partner = typed.partner === null ? null : asName(typed.partner);
  return {
    subject: `${company}: можно ли передать ваши контакты? · May your contacts be handed over?`,
    text: `Здравствуйте!

${partner ? `«${partner}» советует нас` : 'Нас советуют'} компании «${client}» и хочет передать ваши контакты в «${company}».
Без вашего согласия мы ими не воспользуемся. Откройте ссылку и ответьте «да, передайте» или «нет»:

${link}

Ссылка действует ${days} дней. Если ответите «нет», мы удалим почту, телефон и имя.

Hello!

${partner ?? 'A partner of ours'} recommends us to ${client} and wants to hand your contacts over to ${company}.
We will not use them without your consent. Open the link and answer yes or no:

${link}

The link works for ${days} days. If you answer no, we delete the e-mail address, the phone number and the name.
`,
  };
}
