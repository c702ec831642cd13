export const survey = {
  ru: {
    nav: {},
    actions: {},
    survey: {},
    refusals: {
      survey_unknown: 'Такого опроса нет. Вернитесь к списку.',
      survey_answered: {
        what: 'На этот опрос уже ответили: менять вопросы поздно.',
        change: 'Закройте его и откройте новый с другими вопросами.',
      },
      no_survey: 'Опрос закрыт или адрес неверен. Спасибо, что заглянули.',
      answered_too_often: {
        what: 'Слишком много ответов с вашего адреса.',
        change: 'Подождите немного и попробуйте снова.',
      },
      nothing_said: { what: 'Вы никого не назвали.', change: 'Ответьте хотя бы на один вопрос.' },
      too_many_names: {
        what: 'Слишком много имён в одном ответе.',
        change: 'Оставьте самые важные, не больше {{max}}.',
      },
      signature_needed: { what: 'Этот опрос не анонимный.', change: 'Напишите имя и почту.' },
      no_column: {
        what: 'В файле нет столбца с именами.',
        change: 'Назовите столбцы в первой строке: «Кого слушаете», «Чем пользуетесь».',
      },
    },
  },
  en: {
    nav: {},
    actions: {},
    survey: {},
    refusals: {
      survey_unknown: 'There is no such survey. Go back to the list.',
      survey_answered: {
        what: 'This survey was answered already: it is late to change its questions.',
        change: 'Close it and open another with other questions.',
      },
      no_survey: 'The survey is closed or the address is wrong. Thank you for looking.',
      answered_too_often: {
        what: 'Too many answers from your address.',
        change: 'Wait a little and try again.',
      },
      nothing_said: { what: 'You named nobody.', change: 'Answer at least one question.' },
      too_many_names: {
        what: 'Too many names in one answer.',
        change: 'Leave those that matter most, at most {{max}}.',
      },
      signature_needed: { what: 'This survey is not anonymous.', change: 'Write your name and e-mail.' },
      no_column: {
        what: 'The file has no column of names.',
        change: 'Head the columns in the first line: “whom”, “tools”.',
      },
    },
  },
};
