import type { Language } from '@mosty/kernel/operation';

/** What a person sees whose link leads nowhere. Plain: it says what happened and whose page it is, and loads nothing. */
export function gonePage(what: 'unknown' | 'over', company: string, language: Language): string {
  const words = WORDS[language][what];
  const name = escape(company);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${escape(words.title)}</title>
<style>body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;box-sizing:border-box;font:16px/1.5 system-ui,sans-serif}
main{max-width:34rem}h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}p{margin:0 0 .5rem}small{opacity:.7}</style></head>
<body><main><h1>${escape(words.title)}</h1><p>${escape(words.text)}</p>${name ? `<p><small>${name}</small></p>` : ''}</main></body></html>
`;
}

const WORDS = {
  ru: {
    unknown: {
      title: 'Такой ссылки нет',
      text: 'Проверьте адрес: возможно, потерялась буква. Или спросите того, кто вам её прислал.',
    },
    over: {
      title: 'Эта ссылка больше не действует',
      text: 'Её срок вышел. Спросите новую у того, кто вам её прислал.',
    },
  },
  en: {
    unknown: {
      title: 'There is no such link',
      text: 'Check the address: a letter may be missing. Or ask whoever sent it to you.',
    },
    over: {
      title: 'This link no longer works',
      text: 'Its time is over. Ask whoever sent it to you for a new one.',
    },
  },
} as const;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
