/** What other modules' screens show of agreements. Heavy enough to be left out of `index.tsx`. */
export { RequisitesForm } from './RequisitesForm.tsx';
