import { openAgreements } from '@mosty/agreements';
import { addFace, clientsByExternal, confirmResult, importPartners, updatePartner } from '@mosty/directory';
import { assignSchemes } from '@mosty/incentives';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addMonths, firstDay, monthOf, type BusinessDate } from '@mosty/kernel/time';
import { REFERRERS, type CastPartner } from './cast.ts';
import { EXPECTATIONS, theirFace } from './expectations.ts';
import type { SchemeOf } from './schemes.ts';
import type { DemoClient } from './simulate.ts';
import type { Stage } from './stage.ts';

export interface Enrolled {
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'> | null;
}

/** Partners of one month: written down, agreed with, launched, each with faces on both sides and a scheme. */
export async function enrol(
  stage: Stage,
  partners: readonly CastPartner[],
  day: BusinessDate,
  schemeOf: SchemeOf,
): Promise<Map<string, Enrolled>> {
  const ids = await writeDown(stage, partners);
  const launched = partners.filter((partner) => partner.launched !== null);
  const outcomes = await openAgreements(
    stage.head,
    launched.map((partner) => ({
      partnerId: idOf(ids, partner.name),
      class: partner.class,
      kind: partner.kind,
      ...datesOf(partner, day),
      expectations: EXPECTATIONS[partner.class],
    })),
  );
  const agreements = new Map(
    launched.map((partner, place) => [partner.name, agreementId(outcomes[place], partner.name)]),
  );
  await assignSchemes(stage.head, {
    assignments: launched.map((partner) => ({
      agreementId: agreements.get(partner.name) as Id<'agreement'>,
      schemeId: schemeOf(partner),
      validFrom: day,
    })),
  });
  return new Map(
    partners.map((partner) => [
      partner.name,
      { partnerId: idOf(ids, partner.name), agreementId: agreements.get(partner.name) ?? null },
    ]),
  );
}

/** Whoever signed before the company came to Mosty is together since then. */
function datesOf({ signedBefore = 0, piloted }: CastPartner, day: BusinessDate) {
  const since = firstDay(addMonths(monthOf(day), -signedBefore));
  const signedOn = signedBefore > 0 ? since : day;
  return { startsOn: signedOn, signedOn, launchedOn: piloted === undefined ? signedOn : null };
}

async function writeDown(
  stage: Stage,
  partners: readonly CastPartner[],
): Promise<Map<string, Id<'partner'>>> {
  const outcomes = await importPartners(
    stage.head,
    partners.map(({ name, purpose, city }) => ({ name, purpose, city })),
  );
  const ids = new Map<string, Id<'partner'>>();
  const managers = [...stage.people.values()].filter((person) =>
    ['Мария Лунёва', 'Артём Гусев'].includes(person.name),
  );
  for (const [place, partner] of partners.entries()) {
    const outcome = outcomes[place];
    if (!outcome || !('id' in outcome)) throw new Error(`${partner.name} could not be written down`);
    const partnerId = outcome.id as Id<'partner'>;
    ids.set(partner.name, partnerId);
    const manager = managers[(ids.size + partner.name.length) % managers.length];
    if (!manager) continue;
    await updatePartner(stage.head, {
      partnerId,
      fields: { track: partner.track ?? 'scaled', ownerMemberId: manager.id as Id<'member'> },
    });
    if (partner.launched === null) continue;
    await addFace(stage.head, {
      partnerId,
      side: 'ours',
      memberId: manager.id as Id<'member'>,
      name: manager.name,
      isMain: true,
      title: 'Менеджер по партнёрам',
      email: manager.name === 'Мария Лунёва' ? 'maria@example.ru' : 'artem@example.ru',
      phone: manager.name === 'Мария Лунёва' ? '+7 000 200-11-01' : '+7 000 200-11-02',
      replyHours: 24,
    });
    await addFace(stage.head, { partnerId, ...theirFace(partner.name, place) });
  }
  return ids;
}

/** Clients who paid, got a result and agreed to speak of us become referral partners (S2.6–S2.11). */
export async function enrolReferrers(
  stage: Stage,
  clients: readonly DemoClient[],
  day: BusinessDate,
  schemeOf: SchemeOf,
): Promise<Map<string, Enrolled>> {
  const referring = REFERRERS.map((name) => clients.find((client) => client.name === name)).filter(
    (client) => client !== undefined,
  );
  const known = await look(stage.system, (tx) =>
    clientsByExternal(
      tx,
      referring.map((client) => client.externalId),
    ),
  );
  const cast = referring.map(
    (client): CastPartner => ({
      name: client.name,
      class: 'referral',
      kind: 'client',
      clients: 0,
      firstAfter: 0,
      launched: 0,
      purpose: 'Наш клиент: купил, получил результат и советует нас своим',
    }),
  );
  const ids = await writeDown(stage, cast);
  for (const client of referring) {
    const clientId = known.get(client.externalId)?.id;
    if (!clientId) throw new Error(`${client.name} is not a client yet`);
    await confirmResult(stage.head, {
      clientId,
      evidence: 'Остатки сходятся третий месяц подряд, сверка с бухгалтерией',
      satisfied: true,
      consents: true,
    });
  }
  const outcomes = await openAgreements(
    stage.head,
    referring.map((client) => ({
      partnerId: idOf(ids, client.name),
      class: 'referral' as const,
      kind: 'client' as const,
      clientId: known.get(client.externalId)?.id,
      startsOn: day,
      signedOn: day,
      launchedOn: day,
      expectations: EXPECTATIONS.referral,
    })),
  );
  const enrolled = new Map<string, Enrolled>();
  for (const [place, client] of referring.entries()) {
    const id = agreementId(outcomes[place], client.name);
    await assignSchemes(stage.head, {
      assignments: [
        { agreementId: id, schemeId: schemeOf({ name: client.name, kind: 'client' }), validFrom: day },
      ],
    });
    enrolled.set(client.name, { partnerId: idOf(ids, client.name), agreementId: id });
  }
  return enrolled;
}

function idOf(ids: ReadonlyMap<string, Id<'partner'>>, name: string): Id<'partner'> {
  const id = ids.get(name);
  if (!id) throw new Error(`${name} is not written down`);
  return id;
}

function agreementId(
  outcome: { outcome: string; id?: string; code?: string } | undefined,
  name: string,
): Id<'agreement'> {
  if (!outcome || outcome.outcome !== 'opened' || !outcome.id)
    throw new Error(`no agreement with ${name}: ${outcome?.code ?? outcome?.outcome}`);
  return outcome.id as Id<'agreement'>;
}
