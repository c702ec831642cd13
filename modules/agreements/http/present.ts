import { ability, clientsById, keeps, type PartnerRecord } from '@mosty/directory';
import { may, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { Refusal } from '@mosty/kernel/refusal';
import { standingOf } from '@mosty/lifecycle';
import type { Stage } from '@mosty/lifecycle/contract';
import { checkAcceptance, checkEndByHand, checkLaunchByHand } from '../domain/conveyor.ts';
import { stateOf } from '../domain/state.ts';
import { rights } from '../policy.ts';
import { openEndOfAgreement } from '../service/end-agreement.ts';
import { agreementsOf, type AgreementRecord } from '../store/agreements.ts';
import { promisesOf } from '../store/promises.ts';
import { acceptancesOf, versionsOf, type VersionRecord } from '../store/versions.ts';

/** Agreements with everything their cards show. */
export async function presentAgreements(
  tx: Tx,
  partner: PartnerRecord,
  agreements: readonly AgreementRecord[],
) {
  const ids = agreements.map((agreement) => agreement.id);
  const versions = await presentVersions(tx, await versionsOf(tx, ids));
  const promises = Map.groupBy(await promisesOf(tx, ids), (promise) => promise.agreementId);
  const clients = new Map(
    (
      await clientsById(
        tx,
        agreements.flatMap((agreement) => agreement.clientId ?? []),
      )
    ).map((client) => [client.id, client]),
  );
  const stage = (await standingOf(tx, [partner.id])).get(partner.id)?.stage ?? null;
  const openEnds = await openEndsOf(tx, partner, agreements, stage);
  return agreements.map((agreement) => {
    const client = agreement.clientId === null ? undefined : clients.get(agreement.clientId);
    const own = versions.filter((version) => version.agreementId === agreement.id);
    return {
      ...agreement,
      client: client ? { id: client.id, name: client.name } : null,
      state: stateOf(agreement),
      versions: own,
      promises: promises.get(agreement.id) ?? [],
      can: abilities(tx, partner, agreement, {
        newest: own[0],
        openEnd: openEnds.get(agreement.id) ?? null,
        stage,
      }),
    };
  });
}

export async function presentVersions(tx: Tx, versions: readonly VersionRecord[]) {
  const acceptances = Map.groupBy(
    await acceptancesOf(
      tx,
      versions.map((version) => version.id),
    ),
    (one) => one.versionId,
  );
  return versions.map((version) => ({ ...version, acceptances: acceptances.get(version.id) ?? [] }));
}

/** What stands in the way of ending each open agreement by hand, for whoever may end it. */
async function openEndsOf(
  tx: Tx,
  partner: PartnerRecord,
  agreements: readonly AgreementRecord[],
  stage: Stage | null,
): Promise<ReadonlyMap<string, Refusal | null>> {
  const found = new Map<string, Refusal | null>();
  if (!may(tx, rights, 'agreement.end')) return found;
  const all = await agreementsOf(tx, [partner.id]);
  for (const agreement of agreements.filter((one) => one.endedAt === null)) {
    const others = all.filter((one) => one.id !== agreement.id);
    found.set(
      agreement.id,
      checkEndByHand(agreement, others, stage) ?? (await openEndOfAgreement(tx, agreement, others)),
    );
  }
  return found;
}

interface Facts {
  readonly newest:
    | { readonly version: number; readonly acceptances: readonly { side: string }[] }
    | undefined;
  readonly openEnd: Refusal | null;
  /** Of the partner in the conveyor; null: outside of it. */
  readonly stage: Stage | null;
}

/** What the reader may do with this agreement now, or the code of what stands in the way. */
function abilities(
  tx: Tx,
  partner: PartnerRecord,
  agreement: AgreementRecord,
  { newest, openEnd, stage }: Facts,
) {
  const allowed = (action: keyof typeof rights) => () => permit(tx, rights, action);
  const kept = () =>
    keeps(tx, partner) || new Refusal('not_permitted', 'directory.partner_of_another_manager');
  const live = () => agreement.endedAt !== null && new Refusal('not_now', 'agreements.agreement_ended');
  const unless = (wrong: boolean, code: string) => () => wrong && new Refusal('not_now', code);
  const sides = new Set(newest?.acceptances.map((one) => one.side));
  const holds = newest !== undefined && newest.version <= agreement.currentVersion;
  const mine = tx.actor.type === 'person' && tx.actor.partnerId !== null ? 'theirs' : 'ours';
  const accept = [
    allowed('agreement.accept'),
    kept,
    live,
    unless(newest === undefined, 'agreements.version_unknown'),
    unless(holds, 'agreements.already_accepted'),
    () => checkAcceptance(stage),
  ];
  return {
    propose: ability(allowed('agreement.propose'), kept, live),
    accept: ability(...accept, unless(sides.has(mine), 'agreements.already_accepted')),
    recordTheirs: ability(
      ...accept,
      unless(mine === 'theirs', 'agreements.not_own_side'),
      unless(sides.has('theirs'), 'agreements.already_accepted'),
    ),
    launch: ability(
      allowed('agreement.launch'),
      kept,
      live,
      unless(agreement.acceptedAt === null, 'agreements.not_accepted'),
      unless(agreement.launchedOn !== null, 'agreements.already_launched'),
      () => checkLaunchByHand(stage),
    ),
    end: ability(allowed('agreement.end'), kept, live, () => openEnd),
    changeClass: ability(allowed('agreement.change_class'), kept, live),
    promise: ability(allowed('promise.write'), kept, live),
  };
}
