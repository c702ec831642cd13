export const page = {
  ru: {
    portalTasks: { summary_to_agree: 'Посмотрите итоги совместной работы и согласитесь с ними' },
  },
  en: {
    portalTasks: { summary_to_agree: 'Look at the summary of working together and agree to it' },
  },
} as const;
