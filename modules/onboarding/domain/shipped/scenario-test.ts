import type { PathStep } from '../../contract/path.ts';

/** Whether a partner knows when to offer, what to say and what to do when it is not for this client (S3.5, S3.6). */
export const SCENARIO_TEST: PathStep['questions'] = [
  {
    ru: {
      ask: 'С чего начинается предложение?',
      options: ['С задачи, которую клиент назвал сам', 'С нашей скидки', 'Со списка возможностей'],
    },
    en: {
      ask: 'What does an offer begin with?',
      options: ['The task the client named', 'Our discount', 'A list of features'],
    },
    right: 0,
  },
  {
    ru: {
      ask: 'Клиенту это не подходит. Что делаете?',
      options: ['Передаём всё равно: вдруг купит', 'Честно говорим и не передаём', 'Обещаем, что допилят'],
    },
    en: {
      ask: 'It does not fit the client. What do you do?',
      options: ['Hand over anyway: they may buy', 'Say so and do not hand over', 'Promise it will be built'],
    },
    right: 1,
  },
  {
    ru: {
      ask: 'Что нужно до передачи контакта?',
      options: ['Ничего', 'Телефон секретаря', 'Согласие самого клиента'],
    },
    en: {
      ask: 'What is needed before handing a contact over?',
      options: ['Nothing', 'The reception’s number', 'The client’s own consent'],
    },
    right: 2,
  },
];
