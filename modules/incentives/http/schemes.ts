import { agreementsByIds } from '../store/assignments.ts';
import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { businessDate, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import * as api from '../contract/schemes.ts';
import { rights } from '../policy.ts';
import { assignScheme, endSchemeAssignment } from '../service/assign-schemes.ts';
import { draftScheme } from '../service/draft-scheme.ts';
import { publishVersion } from '../service/publish-version.ts';
import { archiveScheme, discardDraft } from '../service/retire-scheme.ts';
import { paidByScheme, partnersPaid, schemesOfAgreement } from '../store/people.ts';
import { listSchemes, readScheme, versionsOfAll, type SchemeVersion } from '../store/schemes.ts';

export const schemeRoutes: readonly Served[] = [
  serve(api.listSchemes, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'scheme.read');
      const today = businessDateOf(tx.now(), tx.zone);
      const schemes = await listSchemes(tx, query.archived === 'yes');
      const versions = await versionsOfAll(
        tx,
        schemes.map((scheme) => scheme.id),
      );
      const shown = await withNames(tx, versions);
      const partners = await partnersPaid(tx, today);
      const items = schemes.map((scheme) => {
        const own = shown.filter((version) => version.schemeId === scheme.id);
        return {
          ...scheme,
          current: inForce(own, today),
          draft: own.find((version) => version.publishedAt === null) ?? null,
          partners: partners.get(scheme.id) ?? 0,
        };
      });
      return { items };
    }),
  ),
  serve(api.getScheme, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'scheme.read');
      const scheme = (await readScheme(tx, params.schemeId)) ?? refuse('not_found', 'incentives.no_scheme');
      const versions = await versionsOfAll(tx, [scheme.id]);
      const draft = versions.find((version) => version.publishedAt === null);
      const isAuthor = draft?.author === tx.actor.id;
      return {
        ...scheme,
        versions: await withNames(tx, versions),
        assignments: await paidByScheme(tx, scheme.id),
        can: {
          'scheme.draft': allowed(may(tx, rights, 'scheme.draft') && scheme.archivedAt === null),
          'scheme.publish': publishable(may(tx, rights, 'scheme.publish'), isAuthor),
          'scheme.assign': allowed(may(tx, rights, 'scheme.assign') && scheme.archivedAt === null),
          'scheme.archive': allowed(may(tx, rights, 'scheme.publish')),
        },
      };
    }),
  ),
  serve(api.draftNewScheme, (ctx, { body }) =>
    draftScheme(ctx, { ...body, validFrom: businessDate(body.validFrom) }),
  ),
  serve(api.draftNextVersion, (ctx, { params, body }) =>
    draftScheme(ctx, { ...body, schemeId: params.schemeId, validFrom: businessDate(body.validFrom) }),
  ),
  serve(api.discardSchemeDraft, async (ctx, { params }) => {
    await discardDraft(ctx, params);
    return params;
  }),
  serve(api.publishSchemeVersion, (ctx, { params }) => publishVersion(ctx, params)),
  serve(api.archiveScheme, async (ctx, { params }) => {
    await archiveScheme(ctx, params);
    return params;
  }),
  serve(api.assignSchemeTo, (ctx, { params, body }) =>
    assignScheme(ctx, {
      ...body,
      agreementId: params.agreementId,
      validFrom: businessDate(body.validFrom),
      validTo: body.validTo ? businessDate(body.validTo) : null,
    }),
  ),
  serve(api.listAgreementSchemes, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'scheme.read');
      const known = await agreementsByIds(tx, [params.agreementId]);
      if (known.size === 0) refuse('not_found', 'incentives.no_agreement');
      return { items: await schemesOfAgreement(tx, params.agreementId) };
    }),
  ),
  serve(api.endAssignment, async (ctx, { params, body }) => {
    await endSchemeAssignment(ctx, {
      assignmentId: params.assignmentId,
      validTo: businessDate(body.validTo),
    });
    return { id: params.assignmentId };
  }),
];

const allowed = (yes: boolean) => (yes ? true : ({ because: 'identity.not_permitted' } as const));

/** Its author sees beforehand that somebody else has to; where nobody else may, the verb lets the author. */
function publishable(permitted: boolean, isAuthor: boolean) {
  if (!permitted) return allowed(false);
  return isAuthor ? ({ because: 'incentives.author_cannot_approve' } as const) : true;
}

async function withNames(tx: Tx, versions: readonly SchemeVersion[]) {
  const names = await namesOfMembers(
    tx,
    versions.flatMap(({ author, approver }) => (approver ? [author, approver] : [author])),
  );
  return versions.map((version) => ({
    ...version,
    author: names.get(version.author) ?? null,
    approver: version.approver === null ? null : (names.get(version.approver) ?? null),
  }));
}

function inForce<V extends { validFrom: BusinessDate; publishedAt: Date | null }>(
  versions: readonly V[],
  today: BusinessDate,
): V | null {
  const begun = versions.filter((version) => version.publishedAt !== null && version.validFrom <= today);
  return begun.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}
