/** What is done with files, materials, answers and ideas, for the journal. */
export const materialVerbs = {
  ru: {
    files: { store_file: 'Загружен файл', sweep: 'Убраны ничьи файлы' },
    library: {
      create_asset: 'Добавлен материал',
      change_asset: 'Изменено описание материала',
      renew_asset: 'Загружена новая версия материала',
      set_asset_state: 'Материал показан или убран',
      confirm: 'Подтверждено: всё ещё верно',
      write_answer: 'Записан ответ на вопрос',
      change_answer: 'Изменён ответ на вопрос',
      propose_idea: 'Предложена идея партнёрам',
      change_idea: 'Изменена идея партнёрам',
      join_idea: 'Партнёр присоединился к идее',
      leave_idea: 'Партнёр вышел из идеи',
    },
  },
  en: {
    files: { store_file: 'File uploaded', sweep: 'Files of nobody taken away' },
    library: {
      create_asset: 'Material added',
      change_asset: 'Description of a material changed',
      renew_asset: 'New version of a material uploaded',
      set_asset_state: 'Material shown or put away',
      confirm: 'Confirmed: still holds',
      write_answer: 'Answer to a question written',
      change_answer: 'Answer to a question changed',
      propose_idea: 'Idea offered to partners',
      change_idea: 'Idea for partners changed',
      join_idea: 'Partner joined an idea',
      leave_idea: 'Partner left an idea',
    },
  },
};
