/** What other modules' forms show of the directory. Heavy enough to be left out of `index.tsx`. */
export { PickClient } from './PickClient.tsx';
export { PickPartner, type Picked } from './PickPartner.tsx';
