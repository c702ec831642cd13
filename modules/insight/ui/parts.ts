/** What other modules' screens show of the report. Heavy enough to be left out of `index.tsx`. */
export { PartnerHarm } from './reputation/PartnerHarm.tsx';
