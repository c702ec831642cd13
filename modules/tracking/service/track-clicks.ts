import { createHash } from 'node:crypto';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { idSource, type Id, type IdSource } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { linkKey } from '../contract/link-address.ts';
import type { TrackedClick } from '../contract/track.ts';
import type { Click } from '../domain/click.ts';
import { hostOf, mayLeadTo } from '../domain/new-link.ts';
import { followedOf, marksOf, viaOf } from '../domain/told-click.ts';
import { judge } from '../domain/verdict.ts';
import { rights } from '../policy.ts';
import { allowedHosts } from '../store/hosts.ts';
import { linksByKey } from '../store/links.ts';
import { pausedSince } from '../store/pauses.ts';
import { codesByText } from './codes-by-text.ts';
import { keepClicks } from './keep-clicks.ts';
import { tellingOf, tellOnce } from './tell-once.ts';

/** A browser's clock is wrong by hours at most; a page that was offline tells within a day. */
const PAGE_TELLS_WITHIN_MS = 86_400_000;

export interface TrackClicks {
  readonly clicks: readonly TrackedClick[];
  /** The page a browser asks from; null for a program. */
  readonly origin: string | null;
  /** The browser that asks, where it is one. */
  readonly userAgent: string | null;
}

export interface ClickOutcome {
  readonly clickId: Id<'click'>;
  readonly visitorId: string;
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly linkId: Id<'link'> | null;
  readonly codeId: Id<'code'> | null;
}

/**
 * Visits a site tells of itself: somebody came with `?via=` or `?ref=`, or by a link of another program. On the disk when
 * it is answered. A browser may tell of its own site only, and of what happens now: its key is anybody's, and the day of a
 * visit decides who is paid.
 * @throws tracking.followed_unknown, tracking.link_archived, tracking.origin_not_allowed, tracking.page_tells_now,
 *   tracking.told_differently
 */
export function trackClicks(ctx: Context, input: TrackClicks): Promise<ClickOutcome[]> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'click.record');
    await refuseForeignPage(tx, input.origin);
    const texts = input.clicks.map((click) => click.key ?? viaOf(click.url) ?? '');
    const links = new Map((await linksByKey(tx, texts.map(linkKey))).map((link) => [link.keyFold, link]));
    const codes = await codesByText(tx, texts);
    const paused = await pausedSince(
      tx,
      [...links.values()].map((link) => link.partnerId),
    );
    await tellOnce(
      tx,
      input.clicks.flatMap((click) =>
        click.externalId ? [tellingOf('click', click.externalId, { ...click })] : [],
      ),
    );
    const told = input.clicks.map((click, place) => {
      const text = texts[place] ?? '';
      const link = links.get(linkKey(text));
      const found = followedOf(
        link && { ...link, pausedAt: paused.get(link.partnerId) ?? null },
        codes.get(text.toLowerCase()),
      );
      if (found === null) refuse('not_found', 'tracking.followed_unknown', { key: text });
      const at = click.timestamp === undefined ? tx.now() : new Date(click.timestamp);
      if (input.origin !== null && Math.abs(at.getTime() - tx.now().getTime()) > PAGE_TELLS_WITHIN_MS)
        refuse('invalid', 'tracking.page_tells_now', { at: at.toISOString() });
      if (found.endedAt !== null && found.endedAt <= at)
        refuse('not_now', 'tracking.link_archived', { archivedAt: found.endedAt.toISOString() });
      return { found, click: toClick(tx, click, at, found, input) };
    });
    await keepClicks(
      tx,
      told.map((one) => one.click),
    );
    return told.map(({ found, click }) => ({
      clickId: click.id,
      visitorId: click.visitorId,
      partnerId: found.partnerId,
      agreementId: found.agreementId,
      linkId: found.linkId,
      codeId: found.codeId,
    }));
  });
}

async function refuseForeignPage(tx: Tx, origin: string | null): Promise<void> {
  if (origin === null || mayLeadTo(origin, await allowedHosts(tx))) return;
  refuse('not_permitted', 'tracking.origin_not_allowed', { origin });
}

function toClick(
  tx: Tx,
  told: TrackedClick,
  at: Date,
  found: NonNullable<ReturnType<typeof followedOf>>,
  { origin, userAgent }: TrackClicks,
): Click {
  const agent = told.userAgent ?? (origin === null ? null : userAgent);
  // A server that names no browser answers for the visit itself.
  const judged =
    agent === null
      ? ({ verdict: 'human', why: 'told_by_site', inApp: null } as const)
      : judge({ method: 'GET', userAgent: agent, purpose: undefined });
  const ids = idsOf(tx, told);
  return {
    id: ids.next('click', at),
    linkId: found.linkId ?? found.codeId,
    partnerId: found.partnerId,
    agreementId: found.agreementId,
    visitorId: told.visitorId ?? ids.next('visitor', at),
    clickedAt: at,
    ...judged,
    ipHash: null,
    country: null,
    userAgent: agent?.slice(0, 300) ?? null,
    referrerHost: told.referrer === undefined ? null : (hostOf(told.referrer)?.slice(0, 255) ?? null),
    destination: told.url ?? found.destination,
    ...marksOf(told.url),
    consented: told.consented,
  };
}

/** One who names a click gets the same ids for it and its browser whenever it is told: it is one row. */
function idsOf(tx: Tx, { externalId, timestamp }: TrackedClick): IdSource {
  if (externalId === undefined || timestamp === undefined) return tx.ids;
  const named = createHash('sha256').update(`${tx.workspaceId}\n${externalId}`).digest();
  return idSource((count) => new Uint8Array(named).slice(0, count));
}
