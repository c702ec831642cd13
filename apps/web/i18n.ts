import type { Language, Words } from '@mosty/ui-kit';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

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

export async function startWords(language: Language): Promise<void> {
  const { default: words } = await LOAD[language]();
  await i18next.use(initReactI18next).init({
    lng: language,
    supportedLngs: ['ru', 'en'],
    resources: { [language]: words },
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    returnNull: false,
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
