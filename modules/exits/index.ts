import './service/conveyor.ts';
import './service/evidence.ts';
import './service/portal-tasks.ts';

export { rights as exitsRights } from './policy.ts';
export { agreeSummary, noteSummaryAgreed } from './service/agree-summary.ts';
export { erasePeople, erasePeopleDaily } from './service/erase-people.ts';
export { handOver, type HandOver } from './service/hand-over.ts';
export { presentExit } from './service/present.ts';
export { sendThanks, type SendThanks } from './service/send-thanks.ts';
export { closeAccess, makeLinksNeutral, setRetention } from './service/settle.ts';
export { showSummary } from './service/show-summary.ts';
