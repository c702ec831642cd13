import { knownPartner } from '@mosty/directory';
import { findFile } from '@mosty/files';
import { namesOfTeam, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type * as z from 'zod';
import type {
  AssetState,
  changeAsset as change,
  Content,
  Contributor,
  createAsset as create,
} from '../contract/assets.ts';
import { rights } from '../policy.ts';
import { replaceContributors } from '../store/contributors.ts';
import { insertVersion, lockAsset, saveAsset, type AssetRecord } from '../store/assets.ts';

type Told = z.input<typeof create.body>;
/** What they gave may stay unsaid. */
type Named = readonly (Omit<Contributor, 'what'> & { readonly what?: string })[];

/**
 * A material comes into the library, as a draft or at once for partners.
 * @throws library.file_unknown
 */
export function createAsset(ctx: Context, input: Told): Promise<AssetRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.edit');
    await checkContent(tx, input.content);
    const asset: AssetRecord = {
      id: tx.id('asset'),
      title: input.title,
      about: input.about ?? '',
      kind: input.kind,
      kinds: input.kinds ?? [],
      stages: input.stages ?? [],
      language: input.language ?? 'ru',
      state: input.publish ? 'published' : 'draft',
      version: 1,
      ownerMember: tx.actor.type === 'person' ? tx.actor.id : null,
      confirmedOn: businessDateOf(tx.now(), tx.zone),
    };
    await saveAsset(tx, asset);
    await insertVersion(tx, asset, input.content as Content);
    await nameContributors(tx, asset.id, input.contributors as Named | undefined);
    tx.audit({
      verb: 'library.create_asset',
      subject: asset.id,
      change: { kind: asset.kind, kinds: asset.kinds, state: asset.state },
    });
    return asset;
  });
}

/** New words about it, or new content: then it is the next version, looked at today. @throws library.asset_unknown, library.file_unknown */
export function changeAsset(
  ctx: Context,
  input: z.output<typeof change.body> & { readonly assetId: Id<'asset'> },
): Promise<AssetRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.edit');
    const { assetId, content, contributors, ...fields } = input;
    const asset = await kept(tx, assetId);
    if (content) await checkContent(tx, content);
    const changed: AssetRecord = {
      ...asset,
      ...fields,
      ...(content && { version: asset.version + 1, confirmedOn: businessDateOf(tx.now(), tx.zone) }),
    };
    await saveAsset(tx, changed);
    if (content) await insertVersion(tx, changed, content);
    await nameContributors(tx, asset.id, contributors);
    tx.audit({
      verb: content ? 'library.renew_asset' : 'library.change_asset',
      subject: asset.id,
      change: { version: changed.version, kinds: changed.kinds },
    });
    return changed;
  });
}

/** For partners, aside as a draft, or into the archive; every way leads back. @throws library.asset_unknown */
export function setAssetState(
  ctx: Context,
  input: { readonly assetId: Id<'asset'>; readonly state: AssetState },
): Promise<AssetRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'library.edit');
    const asset = await kept(tx, input.assetId);
    if (asset.state === input.state) return asset;
    const moved: AssetRecord = { ...asset, state: input.state };
    await saveAsset(tx, moved);
    tx.audit({
      verb: 'library.set_asset_state',
      subject: asset.id,
      change: { from: asset.state, to: moved.state },
    });
    return moved;
  });
}

/** Who is named is one of us, or a partner of ours. @throws directory.partner_unknown, library.contributor_unknown */
async function nameContributors(tx: Tx, assetId: Id<'asset'>, told: Named | undefined): Promise<void> {
  if (told === undefined) return;
  const contributors = told.map(({ what = '', ...one }) => ({ ...one, what }));
  const members = contributors.flatMap(({ memberId }) => memberId ?? []);
  const team = await namesOfTeam(tx, members);
  if (members.some((id) => !team.has(id))) refuse('not_found', 'library.contributor_unknown', {});
  for (const { partnerId } of contributors) if (partnerId) await knownPartner(tx, partnerId);
  await replaceContributors(tx, assetId, contributors);
}

async function kept(tx: Tx, id: Id<'asset'>): Promise<AssetRecord> {
  return (await lockAsset(tx, id)) ?? refuse('not_found', 'library.asset_unknown', {});
}

/** A receipt of somebody is no material: only what was uploaded for the library is shown by it. */
async function checkContent(tx: Tx, content: z.input<typeof create.body>['content']): Promise<void> {
  if (content.form !== 'file') return;
  const file = await findFile(tx, content.fileId);
  if (file?.purpose !== 'library') refuse('not_found', 'library.file_unknown', {});
}
