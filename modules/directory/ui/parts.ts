/** What other modules' forms show of the directory. Heavy enough to be left out of `index.tsx`. */
export { KnowsYourWorld } from './KnowsYourWorld.tsx';
export { ProductUseLine } from './ProductUseLine.tsx';
export { PartnerWorld } from './PartnerWorld.tsx';
export { ClientMark } from './ClientMark.tsx';
export { MergeClients } from './MergeClients.tsx';
export { PickClient } from './PickClient.tsx';
export { PickPartner, type Picked } from './PickPartner.tsx';
export { default as PartnerFilter } from './PartnerFilter.tsx';
