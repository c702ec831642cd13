import { paths } from '@mosty/ui-kit';

/** The page of what an entry is about, where there is one. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  par: (partnerId) => paths.partner({ partnerId }),
  cus: (clientId) => paths.client({ clientId }),
  agr: (agreementId) => paths.agreement({ agreementId }),
  deal: (dealId) => paths.dealCard({ dealId }),
  sal: (saleId) => paths.sale({ saleId }),
  sch: (schemeId) => paths.scheme({ schemeId }),
  acr: (accrualId) => paths.accrual({ accrualId }),
  stm: (statementId) => paths.statement({ statementId }),
  pob: (batchId) => paths.payoutBatch({ batchId }),
  imp: (importId) => paths.import({ importId }),
  mem: () => paths.people(),
  inv: () => paths.people(),
  key: () => paths.keys(),
  msg: () => paths.outbox(),
  whk: (endpointId) => paths.webhook({ endpointId }),
  pbk: () => paths.webhooks(),
  src: (source) => paths.intake({ source }),
};

export function subjectPath(id: string): string | undefined {
  return PAGES[id.slice(0, Math.max(0, id.indexOf('_')))]?.(id);
}
