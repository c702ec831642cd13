import './service/forget-people.ts';

export { rights as integrationsRights } from './policy.ts';
export { uploadImport, type UploadImport } from './service/upload-import.ts';
export { proposeMapping, setMapping } from './service/set-mapping.ts';
export { applyImport, cancelImport, checkImport, stopImport, undoImport } from './service/ask-import.ts';
export { readBrought, readImport, readImportRows, readImports } from './service/read-imports.ts';
export { startImportJobs, type ImportJobs, type ImportJobsSetup } from './service/start-import-jobs.ts';

export { changeIntakeSource, createIntakeSource, type CreateIntakeSource } from './service/intake/sources.ts';
export { takePayment, type Arrived, type IntakeSetup } from './service/intake/take-payment.ts';
export { forgetIntakeBodies } from './service/intake/forget-bodies.ts';
export { playSale } from './service/play-sale.ts';
export { undoPlayedSale } from './service/undo-played-sale.ts';
export { openImportFolder } from './service/import-folder.ts';
export { importNow, type ImportNow, type ImportedNow } from './service/import-now.ts';
export { importFromCommandLine, type CommandLineImport } from './service/import-from-command-line.ts';
