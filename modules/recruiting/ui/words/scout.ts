export const scout = {
  ru: { nav: {}, actions: {}, scout: {}, seen: {}, missing: {}, refusals: {} },
  en: { nav: {}, actions: {}, scout: {}, seen: {}, missing: {}, refusals: {} },
};
