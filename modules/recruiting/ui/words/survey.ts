export const survey = {
  ru: { nav: {}, actions: {}, survey: {}, refusals: {} },
  en: { nav: {}, actions: {}, survey: {}, refusals: {} },
};
