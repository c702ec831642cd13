import type { Language } from '../contract/me.ts';
import type { Letter } from './letters.ts';

/** Plain text, the code alone on its line. */
export function proofLetter(language: Language, code: string, minutes: number): Letter {
  if (language === 'en') {
    return {
      subject: 'A code to change payment details',
      text: `Somebody is changing the details by which your partner is paid. If it is you, enter the code:

${code}

It works for ${minutes} minutes. If it is not you, tell nobody the code and write to us at once.
`,
    };
  }
  return {
    subject: 'Код для смены реквизитов',
    text: `Кто-то меняет реквизиты, по которым получает деньги ваш партнёр. Если это вы, введите код:

${code}

Он действует ${minutes} минут. Если это не вы, никому не говорите код и сразу напишите нам.
`,
  };
}
