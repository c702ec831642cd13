import { KINDS } from '@mosty/agreements/contract';
import { searchPatterns } from '@mosty/directory';
import { bytesOf, findFile } from '@mosty/files';
import { namesOfMembers, permit } from '@mosty/identity';
import { beyondPartner, look } from '@mosty/kernel/db';
import { decodeCursor, languageOf, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { everyRow, writeTable } from '@mosty/kernel/table-file';
import { businessDateOf } from '@mosty/kernel/time';
import * as api from './contract.ts';
import { kitOf } from './domain/kit.ts';
import { freshSince, whenIs } from './domain/stale.ts';
import { ASSET_COLUMNS } from './http/asset-columns.ts';
import { rights } from './policy.ts';
import { changeAnswer, writeAnswer } from './service/answers.ts';
import { changeAsset, createAsset, setAssetState } from './service/assets.ts';
import { confirmMaterials } from './service/confirm-materials.ts';
import { changeIdea, joinIdea, proposeIdea } from './service/ideas.ts';
import './service/names.ts';
import { openAsset } from './service/open-asset.ts';
import { assetShown, showAsset, showAssets } from './service/show-assets.ts';
import { versionsOf } from './store/assets.ts';
import { pageOfAnswers } from './store/answers.ts';
import {
  answersForPartners,
  countConfirmed,
  mostOpened,
  partnersByKind,
  publishedMaterials,
  waysOf,
} from './store/counts.ts';
import { joinedTo, pageOfIdeas } from './store/ideas.ts';

export const libraryRoutes: readonly Served[] = [
  serve(api.listAssets, (ctx, { query }) => look(ctx, (tx) => showAssets(tx, query))),
  serve(api.exportAssets, (ctx, { query: { format, language, ...filter }, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'library.edit');
      return writeTable(
        { format, language: languageOf(headers, language) },
        {
          name: 'materials',
          columns: ASSET_COLUMNS,
          rows: everyRow((page) => showAssets(tx, { ...filter, ...page })),
        },
      );
    }),
  ),
  serve(api.countMaterials, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'library.edit');
      const since = freshSince(businessDateOf(tx.now(), tx.zone));
      const { assets, answers } = await countConfirmed(tx, since);
      return {
        assets: assets.all,
        staleAssets: assets.stale,
        answers: answers.all,
        staleAnswers: answers.stale,
        best: await mostOpened(tx, since),
      };
    }),
  ),
  serve(api.readAsset, (ctx, { params }) => look(ctx, (tx) => showAsset(tx, params.assetId))),
  serve(api.createAsset, async (ctx, { body }) => {
    const { id } = await createAsset(ctx, body);
    return look(ctx, (tx) => showAsset(tx, id));
  }),
  serve(api.changeAsset, async (ctx, { params, body }) => {
    await changeAsset(ctx, { ...params, ...body });
    return look(ctx, (tx) => showAsset(tx, params.assetId));
  }),
  serve(api.setAssetState, async (ctx, { params, body }) => {
    await setAssetState(ctx, { ...params, ...body });
    return look(ctx, (tx) => showAsset(tx, params.assetId));
  }),
  serve(api.confirmMaterials, (ctx, { body }) => confirmMaterials(ctx, body)),
  serve(api.openAsset, (ctx, { params }) => openAsset(ctx, params)),
  serve(api.readAssetFile, async (ctx, { params }) => {
    const file = await look(ctx, async (tx) => {
      const { fileId } = await assetShown(tx, params.assetId);
      const found = fileId && (await beyondPartner(tx, () => findFile(tx, fileId)));
      return found || refuse('not_found', 'library.no_file', {});
    });
    return bytesOf(ctx, file);
  }),
  serve(api.readVersionFile, async (ctx, { params }) => {
    const file = await look(ctx, async (tx) => {
      permit(tx, rights, 'library.edit');
      const versions = await versionsOf(tx, params.assetId);
      const fileId = versions.find(({ version }) => version === params.version)?.fileId ?? null;
      return (fileId && (await findFile(tx, fileId))) || refuse('not_found', 'library.no_file', {});
    });
    return bytesOf(ctx, file);
  }),
  serve(api.listAnswers, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'library.read');
      const since = freshSince(businessDateOf(tx.now(), tx.zone));
      const { cursor, ...filter } = query;
      const words = searchPatterns(filter.q)?.words ?? [];
      const rows = await pageOfAnswers(tx, {
        ...filter,
        words,
        freshSince: since,
        after: decodeCursor(cursor),
      });
      const page = pageFrom(rows, query.limit, ({ folded, id }) => ({ value: folded, id }));
      const owners = page.items.map(({ ownerMember }) => ownerMember).filter((id) => id !== null);
      const people = await namesOfMembers(tx, [...new Set(owners)]);
      return {
        ...page,
        items: page.items.map(({ folded: _folded, ownerMember, ...answer }) => ({
          ...answer,
          owner: (ownerMember && people.get(ownerMember)) ?? null,
          isStale: answer.confirmedOn < since,
        })),
      };
    }),
  ),
  serve(api.writeAnswer, async (ctx, { body }) => ({ id: (await writeAnswer(ctx, body)).id })),
  serve(api.changeAnswer, async (ctx, { params, body }) => ({
    id: (await changeAnswer(ctx, { ...params, ...body })).id,
  })),
  serve(api.readKits, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'library.edit');
      const today = businessDateOf(tx.now(), tx.zone);
      const since = freshSince(today);
      const materials = await publishedMaterials(tx, since);
      const answers = await answersForPartners(tx, since);
      const partners = await partnersByKind(tx);
      const ways = await waysOf(tx, today);
      const kits = KINDS.map((kind) =>
        kitOf(kind, partners.get(kind) ?? 0, materials, answers, {
          crm: ways.hasDeals,
          ...(ways.paid.get(kind) ?? { agreed: 0, unpaid: 0 }),
        }),
      );
      return { kits: kits.toSorted((a, b) => b.partners - a.partners) };
    }),
  ),
  serve(api.listIdeas, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'library.read');
      const today = businessDateOf(tx.now(), tx.zone);
      const { cursor, ...filter } = query;
      const rows = await pageOfIdeas(tx, { ...filter, today, after: decodeCursor(cursor) });
      const page = pageFrom(rows, query.limit, ({ fromOn, id }) => ({ value: fromOn, id }));
      const joined = await joinedTo(
        tx,
        page.items.map(({ id }) => id),
      );
      return {
        ...page,
        items: page.items.map((idea) => ({
          ...idea,
          kinds: [...idea.kinds],
          when: whenIs(idea, today),
          joined: joined
            .filter(({ ideaId }) => ideaId === idea.id)
            .map(({ partnerId, name, at }) => ({ partnerId, name, at: at.toISOString() })),
        })),
      };
    }),
  ),
  serve(api.proposeIdea, async (ctx, { body }) => ({ id: (await proposeIdea(ctx, body)).id })),
  serve(api.changeIdea, async (ctx, { params, body }) => ({
    id: (await changeIdea(ctx, { ...params, ...body })).id,
  })),
  serve(api.joinIdea, (ctx, { params, body }) => joinIdea(ctx, { ...params, ...body })),
];
