import { use, useMemo } from 'react';
import type { Language } from './format/language.ts';
import { useSpeech } from './spoken/spoken.ts';
import { translator, type Translate } from './spoken/translator.ts';

export function useLanguage(): Language {
  return useSpeech().language;
}

/**
 * Words of one module: `const t = useWords('directory'); t('partners.title')`. A page has its own words when it is
 * shown; whoever asks for words that are not here yet waits for them: a bare key is never on the screen.
 */
export function useWords(namespace: string): Translate {
  const speech = useSpeech();
  if (speech.bring && !speech.whole.has(namespace)) use(speech.bring(namespace));
  return useMemo(() => translator(speech, namespace), [speech, namespace]);
}

/** For a journal, which speaks of what any module did: waits until the words of all are here. */
export function useEveryWord(namespace: string): Translate {
  const speech = useSpeech();
  if (speech.bring && !speech.whole.has('every')) use(speech.bring('every'));
  return useMemo(() => translator(speech, namespace), [speech, namespace]);
}
