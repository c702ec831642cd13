import './service/own-portal-tasks.ts';

export { rights as directoryRights } from './policy.ts';
export {
  refusedRow,
  type ClientRow,
  type PartnerRow,
  type RefusedRow,
  type RowOutcome,
} from './domain/import-row.ts';
export { importPartners } from './service/import-partners.ts';
export { importClients } from './service/import-clients.ts';
export { findPartners, findPartnersByReference, type FoundPartners } from './service/find-partners.ts';
export { clientsByExternal, ensureClients, type SaleClient } from './service/ensure-clients.ts';
export { missingProofs } from './domain/proofs.ts';
export { mayKeep } from './domain/keep-partner.ts';
export { holdFirstPayments, noteFirstPayments, resetFirstPayments } from './service/note-first-payments.ts';
export { introducedBy, lockPartner, partnersById, type PartnerRecord } from './store/partners.ts';
export { clientsById, type ClientRecord } from './store/clients.ts';
export { keeps, keptPartner, knownPartner } from './service/keep-partner.ts';
export { countProvenClients, paidClientsLike } from './store/experience.ts';
export { ability, type Ability } from './service/ability.ts';
export { createPartner } from './service/create-partner.ts';
export { updatePartner } from './service/update-partner.ts';
export { archivePartner, restorePartner } from './service/archive-partner.ts';
export { defineOpenEnd, openEndOf, type FindOpenEnd, type Parting } from './service/open-ends.ts';
export {
  definePortalTask,
  portalTaskCodes,
  portalTasksOf,
  type FindPortalTasks,
  type PortalTask,
} from './service/portal-tasks.ts';
export { addFace, removeFace, updateFace } from './service/faces.ts';
export { setMemberExpertise, setPartnerExpertise } from './service/expertise.ts';
export { noteProductUse } from './service/product-use.ts';
export { defineClientPart, type ClientPart, type Merging } from './service/client-parts.ts';
export { mergeClients, undoMerge } from './service/merge-clients.ts';
export { createClient, updateClient } from './service/clients.ts';
export { nameClients, type ClientNaming } from './service/name-clients.ts';
export { confirmResult, type ConfirmResult } from './service/confirm-result.ts';
export { changeKeeper, type ChangeKeeper } from './service/change-keeper.ts';
export { defineRequisitesCheck } from './service/requisites-check.ts';
export { currentRequisites, setRequisites, verifyRequisites } from './service/requisites.ts';
export { requisitesByIds, type RequisitesRecord } from './store/requisites.ts';
export { searchPatterns, type SearchPatterns } from './domain/search-patterns.ts';
export { facesOf, type FaceRecord } from './store/faces.ts';
export { directoryReactions } from './reactions.ts';
export { fold, foldWords, nameKey } from './domain/fold.ts';
export { similarClients, type Likeness } from './service/similar-clients.ts';
export { forgetContacts, writeProspect } from './service/prospects.ts';
export { defineForgetting, forgetPeople, type Forget, type Forgotten } from './service/forget-people.ts';
export { clientKeys, type ClientKey, type Described, type KeyKind } from './domain/client-keys.ts';
export type { Met } from './domain/likeness.ts';
