import { defineReaction } from '@mosty/kernel/events';
import { EVENTS_HEARD, tellEvents } from '../service/tell-events.ts';

export const tellWhatHappened = defineReaction({
  name: 'notices.tell-what-happened',
  on: EVENTS_HEARD,
  run: tellEvents,
});
