/** What is done about the department itself, for the journal: its money, and what it is ready for. */
export const departmentVerbs = {
  ru: {
    economics: {
      set_plan: 'Задан план месяца',
      set_rate: 'Задана ставка часа',
      price_hours: 'Часы команды записаны в затраты',
      close_month: 'Закрыт месяц экономики',
    },
    readiness: { answer_question: 'Ответ о готовности компании' },
  },
  en: {
    economics: {
      set_plan: 'The plan of a month set',
      set_rate: 'The price of an hour set',
      price_hours: 'Hours of the team written as costs',
      close_month: 'A month of the economics closed',
    },
    readiness: { answer_question: 'An answer about the company’s readiness' },
  },
};
