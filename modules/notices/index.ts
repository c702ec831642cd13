import './service/forget-people.ts';

export { rights as noticesRights } from './policy.ts';
export { noticesReactions } from './reactions.ts';
export type { NoticeParam, NoticeParams } from './domain/say.ts';
export { defineNotice, definedNotices, type NoticeDefinition } from './service/define-notice.ts';
export { toldKeys } from './store/notices.ts';
export { tell, type Audience, type Told } from './service/tell.ts';
export { sendDigests, sendMondayDigests } from './service/send-digests.ts';
export { sendPutOff, sendPutOffLetters } from './service/send-put-off.ts';
