import type { Language, Words } from '@mosty/ui-kit';
import i18next, { type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setWell } from './typography.ts';

const KEPT = 'mosty.language';

const LOAD: Record<Language, () => Promise<{ default: Record<string, Words> }>> = {
  ru: () => import('virtual:words/ru'),
  en: () => import('virtual:words/en'),
};

/** Russian until the reader chooses; the choice stays on the device. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'ru';
  } catch {
    return 'ru';
  }
}

/** Every text on its way to the screen, with the values already in it. */
const typography: PostProcessorModule = {
  type: 'postProcessor',
  name: 'typography',
  process: (text: unknown, _key, { lng }: { lng?: string }, { language }: { language: string }) =>
    typeof text === 'string' ? setWell(text, (lng ?? language) === 'en' ? 'en' : 'ru') : (text as string),
};

export async function startWords(language: Language): Promise<void> {
  const { default: words } = await LOAD[language]();
  await i18next
    .use(initReactI18next)
    .use(typography)
    .init({
      lng: language,
      supportedLngs: ['ru', 'en'],
      resources: { [language]: words },
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      returnNull: false,
      postProcess: ['typography'],
      react: { useSuspense: false },
    });
}

export async function changeLanguage(language: Language): Promise<void> {
  const { default: words } = await LOAD[language]();
  for (const [namespace, bundle] of Object.entries(words))
    i18next.addResourceBundle(language, namespace, bundle, true, true);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A private window keeps nothing; the language still changes for this visit.
  }
}
