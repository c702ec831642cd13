export const THEMES = ['auto', 'light', 'dark'] as const;
export const LANGUAGES = [
  { value: 'ru', label: 'Русский', lang: 'ru' },
  { value: 'en', label: 'English', lang: 'en' },
] as const;
