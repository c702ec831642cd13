import { partnersById } from '@mosty/directory';
import {
  findWorkspace,
  listMembers,
  membersHere,
  ORIGIN,
  queueMessage,
  teamOfRoles,
  type Member,
} from '@mosty/identity';
import type { TeamRole } from '@mosty/identity/contract';
import type { Tx } from '@mosty/kernel/context';
import { beyondPartner } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { newsLetter } from '../domain/letters.ts';
import { firstLoud } from '../domain/quiet.ts';
import type { NoticeParams } from '../domain/say.ts';
import { insertNotice } from '../store/notices.ts';
import { noticeOf } from './define-notice.ts';
import { settingsLink } from './settings-link.ts';
import { wishesOf } from './wishes.ts';

/** partnerId: its people · keeperOf: whoever leads this partner here, else heads · roles: everybody of them. */
export type Audience =
  | readonly Id<'member'>[]
  | { readonly partnerId: Id<'partner'> }
  | { readonly keeperOf: Id<'partner'> }
  | { readonly roles: readonly TeamRole[] };

export interface Told {
  /** As it was defined. */
  readonly code: string;
  readonly to: Audience;
  /** What it is about. */
  readonly subject?: string | null;
  readonly params?: NoticeParams;
  /** The page it leads to, of the reader's own side: `/portal/…` for people of a partner. */
  readonly path: string;
  /** Told once for each such key and person, however often it is said: a day, a version. */
  readonly onceKey?: string;
}

/**
 * Tells people a piece of news in the caller's transaction: no commit, no news. Whoever did it themselves is not told.
 * A letter waits for the end of the person's quiet hours. Safe within a verb of a partner's person.
 * @throws when nobody defined the notice
 */
export async function tell(tx: Tx, told: Told): Promise<void> {
  const definition = noticeOf(told.code);
  await beyondPartner(tx, async () => {
    const people = (await peopleOf(tx, told.to)).filter(
      (member) =>
        member.id !== tx.actor.id &&
        !(definition.money && member.role === 'partner_staff' && !member.moneyGranted),
    );
    if (people.length === 0) return;
    const wishes = await wishesOf(tx, people);
    const language = (await findWorkspace(tx))?.language ?? 'ru';
    for (const member of people) {
      const way = wishes.way(member, definition.kind);
      if (way === 'none') continue;
      const dueAt = way === 'letter' ? firstLoud(tx.now(), wishes.quiet(member)) : null;
      const isNow = dueAt !== null && dueAt <= tx.now();
      const isNew = await insertNotice(tx, {
        id: tx.id('notice'),
        memberId: member.id,
        partnerId: member.partnerId,
        code: told.code,
        kind: definition.kind,
        subject: told.subject ?? null,
        params: told.params ?? {},
        path: told.path,
        toldAt: tx.now(),
        readAt: null,
        onceKey: told.onceKey ?? null,
        letterDueAt: dueAt,
        letterAt: isNow ? tx.now() : null,
      });
      if (!isNew || !isNow) continue;
      const line = { title: definition.title, link: `${ORIGIN}${told.path}` };
      await queueMessage(tx, {
        kind: 'notice',
        to: member.email,
        letter: newsLetter(language, [line], settingsLink(member)),
      });
    }
  });
}

async function peopleOf(tx: Tx, to: Audience): Promise<readonly Member[]> {
  if ('partnerId' in to) return listMembers(tx, false, to.partnerId);
  if ('roles' in to) return teamOfRoles(tx, to.roles);
  if (!('keeperOf' in to)) return membersHere(tx, to);
  const [partner] = await partnersById(tx, [to.keeperOf]);
  const keeper = partner?.ownerMemberId ? await membersHere(tx, [partner.ownerMemberId]) : [];
  const ours = keeper.filter(({ partnerId }) => partnerId === null);
  return ours.length > 0 ? ours : teamOfRoles(tx, ['head']);
}
