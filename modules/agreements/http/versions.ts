import { knownPartner } from '@mosty/directory';
import { findWorkspace, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import * as api from '../contract.ts';
import { compareBodies } from '../domain/difference.ts';
import { rights } from '../policy.ts';
import { acceptAgreement } from '../service/accept-agreement.ts';
import { knownAgreement } from '../service/kept-agreement.ts';
import { addPromise, settlePromise } from '../service/promises.ts';
import { proposeVersion } from '../service/propose-version.ts';
import { promisesOfPartner } from '../store/promises.ts';
import { acceptancesOf, versionsOf, type VersionRecord } from '../store/versions.ts';
import { expectationsPaper } from './expectations-paper.ts';
import { presentVersions } from './present.ts';

async function one(tx: Tx, version: VersionRecord) {
  const [presented] = await presentVersions(tx, [version]);
  if (!presented) throw new Error('a list of one has one row');
  return presented;
}

export const versionRoutes: Served[] = [
  serve(api.proposeVersion, (ctx, { params, body }) =>
    transact(ctx, async (tx) => one(tx, await proposeVersion(tx, { ...params, body }))),
  ),
  serve(api.acceptAgreement, (ctx, { params, body }) =>
    transact(ctx, async (tx) => one(tx, (await acceptAgreement(tx, { ...params, ...body })).version)),
  ),
  serve(api.compareVersions, (ctx, { params, query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'agreement.read');
      const agreement = await knownAgreement(tx, params.agreementId);
      const versions = await versionsOf(tx, [agreement.id]);
      const find = (number: number) =>
        versions.find((version) => version.version === number) ??
        refuse('not_found', 'agreements.version_unknown', { version: number });
      return compareBodies(query.from, find(query.from), query.to, find(query.to));
    }),
  ),
  serve(api.versionFile, (ctx, { params, query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'agreement.read');
      const agreement = await knownAgreement(tx, params.agreementId);
      const version =
        (await versionsOf(tx, [agreement.id])).find((one) => one.version === params.version) ??
        refuse('not_found', 'agreements.version_unknown', { version: params.version });
      const workspace = await findWorkspace(tx);
      const content = await expectationsPaper({
        agreement,
        version,
        acceptances: await acceptancesOf(tx, [version.id]),
        company: workspace?.legalName ?? workspace?.name ?? '',
        partner: (await knownPartner(tx, agreement.partnerId)).name,
        language: query.language,
        zone: tx.zone,
      });
      return {
        filename: `expectations-${agreement.id}-${version.version}.pdf`,
        contentType: 'application/pdf',
        content,
      };
    }),
  ),
  serve(api.listPromises, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'agreement.read');
      const partner = await knownPartner(tx, params.partnerId);
      return { items: await promisesOfPartner(tx, partner.id) };
    }),
  ),
  serve(api.addPromise, (ctx, { params, body }) => addPromise(ctx, { ...body, ...params })),
  serve(api.settlePromise, (ctx, { params, body }) => settlePromise(ctx, { ...params, ...body })),
];
