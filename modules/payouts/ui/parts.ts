/** What pages of a parting show of the money that was given up. */
export { PartnerWaivers } from './PartnerWaivers.tsx';
export { OwnWaiver } from './portal/OwnWaiver.tsx';
