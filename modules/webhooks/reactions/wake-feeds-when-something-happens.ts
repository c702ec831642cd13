import { defineReaction } from '@mosty/kernel/events';
import { FEED_EVENTS } from '../contract/feed.ts';
import { wakeFeeds } from '../service/feed.ts';

/** Those who watch read for themselves; this only tells them that there is something to read. */
export const wakeFeedsWhenSomethingHappens = defineReaction({
  name: 'webhooks.wake-feeds',
  on: FEED_EVENTS,
  async run(tx) {
    tx.afterCommit(() => wakeFeeds(tx.workspaceId));
  },
});
