import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { say } from './domain/say.ts';
import { chooseNotices, ownChoices } from './service/choose-notices.ts';
import { definedNotices } from './service/define-notice.ts';
import { me, meOrNobody } from './service/me.ts';
import { readAllNotices, readNotice } from './service/read-notices.ts';
import { countUnread, pageOfNotices, type NoticeRecord } from './store/notices.ts';

export const noticesRoutes: readonly Served[] = [
  serve(api.listNotices, (ctx, { query }) =>
    look(ctx, async (tx) => {
      const { id } = await me(tx);
      const { cursor, show, limit } = query;
      const rows = await pageOfNotices(tx, { memberId: id, show, limit, after: decodeCursor(cursor) });
      const page = pageFrom(rows, limit, (row) => ({ value: row.toldAt.toISOString(), id: row.id }));
      return { ...page, items: page.items.map(present) };
    }),
  ),
  serve(api.countNotices, (ctx) =>
    look(ctx, async (tx) => {
      // Asked by every page: for those who have none it is simply nought.
      const own = await meOrNobody(tx);
      return { unread: own ? await countUnread(tx, own.id) : 0 };
    }),
  ),
  serve(api.readNotice, async (ctx, { params }) => ({ unread: await readNotice(ctx, params) })),
  serve(api.readAllNotices, async (ctx, { body }) => ({
    unread: await readAllNotices(ctx, { upTo: new Date(body.upTo) }),
  })),
  serve(api.readChoices, (ctx) => look(ctx, ownChoices)),
  serve(api.chooseNotices, async (ctx, { body }) => {
    await chooseNotices(ctx, body);
    return look(ctx, ownChoices);
  }),
];

/** A notice of a version that is no more says its code: it is not hidden. */
function present({ id, kind, code, params, path, toldAt, readAt }: NoticeRecord) {
  const words = definedNotices().get(code);
  const bare = { ru: code, en: code };
  return {
    id,
    kind,
    code,
    title: words?.title ?? bare,
    text: words ? say(words.text, params) : bare,
    path,
    toldAt,
    readAt,
  };
}
