import { partnersById } from '@mosty/directory';
import { findFiles } from '@mosty/files';
import { namesOfMembers, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { beyondPartner } from '@mosty/kernel/db';
import { decodeCursor, pageFrom } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type * as z from 'zod';
import type { Asset, AssetRow, listAssets } from '../contract/assets.ts';
import { freshSince, stageOfUse } from '../domain/stale.ts';
import { rights } from '../policy.ts';
import { contributorsOf } from '../store/contributors.ts';
import { pageOfAssets, versionsOf, type AssetFound } from '../store/assets.ts';
import { stageOf } from '../store/counts.ts';
import { readersOf } from '../store/openings.ts';

const READERS_SHOWN = 50;

const partnerOf = (tx: Tx) => (tx.actor.type === 'person' ? tx.actor.partnerId : null);

async function asked(tx: Tx) {
  permit(tx, rights, 'library.read');
  const own = partnerOf(tx);
  return {
    freshSince: freshSince(businessDateOf(tx.now(), tx.zone)),
    reader: own === null ? null : { stage: stageOfUse(await stageOf(tx, own)) },
  };
}

export async function showAssets(tx: Tx, query: z.output<typeof listAssets.query>) {
  const { cursor, ...filter } = query;
  const rows = await pageOfAssets(tx, { ...filter, ...(await asked(tx)), after: decodeCursor(cursor) });
  const page = pageFrom(rows, query.limit, ({ place, id }) => ({ value: place, id }));
  return { ...page, items: await present(tx, page.items) };
}

/** @throws library.asset_unknown */
export async function showAsset(tx: Tx, assetId: string): Promise<Asset> {
  const found = await assetShown(tx, assetId);
  const [row] = await present(tx, [found]);
  if (!row) refuse('not_found', 'library.asset_unknown', {});
  const isOwn = partnerOf(tx) !== null;
  const versions = isOwn ? [] : await versionsOf(tx, assetId);
  const people = await namesOfMembers(tx, [...new Set(versions.map(({ madeBy }) => madeBy))]);
  return {
    ...row,
    body: found.body,
    versions: versions.map(({ madeBy, fileId: _file, ...version }) => ({
      ...version,
      madeAt: version.madeAt.toISOString(),
      madeBy: people.get(madeBy) ?? null,
    })),
    readers: isOwn ? [] : await readersOf(tx, assetId, READERS_SHOWN),
  };
}

/** A reader of a partner reads the names of the others too: thanks are said aloud (S1.51). */
function namedContributors(tx: Tx, assetIds: readonly string[]) {
  return beyondPartner(tx, async () => {
    const found = await contributorsOf(tx, assetIds);
    const people = await namesOfMembers(tx, [...new Set(found.flatMap(({ memberId }) => memberId ?? []))]);
    const partners = await partnersById(tx, [...new Set(found.flatMap(({ partnerId }) => partnerId ?? []))]);
    const names = new Map(partners.map(({ id, name }) => [id, name]));
    const named = found.map((one) => ({
      ...one,
      name: (one.memberId ? people.get(one.memberId) : one.partnerId && names.get(one.partnerId)) ?? '',
    }));
    return Map.groupBy(named, ({ assetId }) => assetId);
  });
}

/** @throws library.asset_unknown */
export async function assetShown(tx: Tx, assetId: string): Promise<AssetFound> {
  const [found] = await pageOfAssets(tx, {
    id: assetId,
    show: 'all',
    sort: 'recent',
    ...(await asked(tx)),
    after: null,
    limit: 1,
  });
  return found ?? refuse('not_found', 'library.asset_unknown', {});
}

/** A file of the company is not a partner's to see by itself: what it is shown of it comes with the material. */
async function present(tx: Tx, rows: readonly AssetFound[]): Promise<AssetRow[]> {
  const ids = rows.map(({ fileId }) => fileId).filter((id) => id !== null);
  const files = await beyondPartner(tx, () => findFiles(tx, ids));
  const contributors = await namedContributors(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const file = row.fileId === null ? undefined : files.get(row.fileId);
    const { id, title, about, kind, kinds, stages, language, state, version, form, link } = row;
    return {
      id,
      title,
      about,
      kind,
      kinds: [...kinds],
      stages: [...stages],
      language,
      state,
      version,
      form,
      link,
      file: file ? { name: file.name, mediaType: file.mediaType, sizeBytes: Number(file.sizeBytes) } : null,
      confirmedOn: row.confirmedOn,
      isStale: row.isStale,
      fitsNow: row.fitsNow,
      contributors: (contributors.get(id) ?? []).map(({ assetId: _asset, ...named }) => named),
      used:
        partnerOf(tx) === null
          ? {
              opens: row.opens,
              partners: row.partners,
              ownOpens: row.ownOpens,
              clientsAfter: row.clientsAfter,
            }
          : null,
    };
  });
}
