/** What a person chooses of the news they get. */
export const noticeVerbs = {
  ru: { notices: { choose_notices: 'Выбрано, о чём и как сообщать' } },
  en: { notices: { choose_notices: 'What news to get and how was chosen' } },
};
