export const names = {
  ru: { nav: {}, actions: {}, names: {}, refusals: {} },
  en: { nav: {}, actions: {}, names: {}, refusals: {} },
};
