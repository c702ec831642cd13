import { getAgreement, getStanding, listAgreements, listPartners, listPromises } from '../contract.ts';

/** What is asked again after an agreement changed. */
export const AGREEMENT_READS = [getAgreement, listAgreements, listPartners, listPromises, getStanding];
