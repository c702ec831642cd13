/** What is done about trust, for the journal. */
export const scoresVerbs = {
  ru: {
    scores: {
      add_evidence: 'Добавлено подтверждение о партнёре',
      verify_evidence: 'Проверено подтверждение о партнёре',
      answer_outcome: 'Записан ответ клиента «стало лучше?»',
    },
  },
  en: {
    scores: {
      add_evidence: 'Evidence of a partner added',
      verify_evidence: 'Evidence of a partner verified',
      answer_outcome: 'A client’s answer to “did it get better?” written down',
    },
  },
};
