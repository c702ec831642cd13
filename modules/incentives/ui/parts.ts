/** What other modules' pages show of an accrual. Heavy enough to be left out of `index.tsx`. */
export { ExplanationSteps } from './ExplanationSteps.tsx';
export { exactAmount } from './form-figures.ts';
export { SchemeCounted } from './SchemeCounted.tsx';
export { OwnAccruals } from './portal/OwnAccruals.tsx';
