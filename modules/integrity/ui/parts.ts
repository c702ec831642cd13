/** What other modules' screens show of flags. Heavy enough to be left out of `index.tsx`. */
export { PartnerFlags } from './PartnerFlags.tsx';
