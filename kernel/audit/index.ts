export { auditHash, GENESIS, type AuditEntry } from './chain.ts';
export { readAudit, verifyAudit, type AuditVerdict } from './read.ts';
