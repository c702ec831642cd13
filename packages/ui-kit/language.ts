import { useTranslation } from 'react-i18next';
import type { Language } from './format/language.ts';

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.resolvedLanguage === 'en' ? 'en' : 'ru';
}

/** Words of one module: `const t = useWords('directory'); t('partners.title')`. */
export function useWords(namespace: string) {
  return useTranslation(namespace).t;
}
