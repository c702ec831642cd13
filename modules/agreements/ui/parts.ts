/** What other modules' screens show of agreements. Heavy enough to be left out of `index.tsx`. */
export { ClassQuestions, wholeAnswers, type ClassDraft } from './ClassQuestions.tsx';
export { RequisitesForm } from './RequisitesForm.tsx';
