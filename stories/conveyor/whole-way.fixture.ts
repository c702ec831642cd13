import * as agreements from '@mosty/agreements/contract';
import type { ReportingClass, Kind } from '@mosty/agreements/contract';
import * as directory from '@mosty/directory/contract';
import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import * as lifecycle from '@mosty/lifecycle/contract';
import type { EvidenceCode, Stage } from '@mosty/lifecycle/contract';
import * as recruiting from '@mosty/recruiting/contract';
import { SERVED } from '@mosty/server/composition';
import { askOf, testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { expect } from 'vitest';

/** Through the doors of the server only. */
export const ask = askOf(SERVED);

export interface Way {
  readonly world: World;
  readonly head: Context;
  readonly owner: Context;
  /** The clock at nine in the morning of the day. */
  on(day: string): void;
  /** A name heard in two independent talks and taken into work by this path. */
  heard(name: string, path: lifecycle.Path): Promise<Id<'partner'>>;
  close(): Promise<void>;
}

export async function beginWay(): Promise<Way> {
  const db = await testDatabase();
  const world = await testWorkspace(db, { startAt: new Date('2026-03-02T06:00:00Z') });
  const head = world.contextOf('head');
  return {
    world,
    head,
    owner: world.contextOf('owner'),
    on: (day) => world.clock.set(new Date(`${day}T06:00:00Z`)),
    heard: async (name, path) => {
      const voice = world.contextOf('voice');
      const said = { name, source: 'support' as const };
      for (const heardFrom of ['ООО «Первый»', 'ООО «Второй»'])
        await ask(recruiting.logMention, voice, { body: { ...said, heardFrom } });
      const { items } = await ask(recruiting.listNames, head, { query: { q: name } });
      const nameId = items[0]?.id;
      const taken = await ask(recruiting.takeName, head, { params: { nameId }, body: { path } });
      expect(taken).toMatchObject({ stage: 'candidate', missing: 0 });
      return taken.partnerId as Id<'partner'>;
    },
    close: async () => {
      await world.close();
      await db.drop();
    },
  };
}

export const move = (ctx: Context, partnerId: Id<'partner'>, to: Stage, details: object = {}) =>
  ask(lifecycle.movePartner, ctx, { params: { partnerId }, body: { to, ...details } });

export async function stageOf(ctx: Context, partnerId: Id<'partner'>): Promise<Stage | undefined> {
  return (await ask(lifecycle.readPartnerStage, ctx, { params: { partnerId } })).standing?.stage;
}

/** The gate is shut, and says at least this of what it misses. */
export async function isShut(
  ctx: Context,
  partnerId: Id<'partner'>,
  to: Stage,
  missing: readonly EvidenceCode[],
  details: object = {},
): Promise<void> {
  await expect(move(ctx, partnerId, to, details), to).rejects.toMatchObject({
    code: 'lifecycle.gate_closed',
    params: { missing: expect.arrayContaining([...missing]) },
  });
}

/** «Почему вы» and what is in it for them: the way from a candidate to a talk. */
export async function approach({ head }: Way, partnerId: Id<'partner'>): Promise<void> {
  await ask(recruiting.writeApproach, head, {
    params: { partnerId },
    body: { whyYou: 'Наши клиенты назвали вас сами', partnerValue: 'Новая услуга старым заказчикам' },
  });
}

export async function reply({ head, world }: Way, partnerId: Id<'partner'>): Promise<void> {
  await ask(recruiting.recordReply, head, {
    params: { partnerId },
    body: { said: 'interested', repliedOn: world.clock.now().toISOString().slice(0, 10) },
  });
}

/** Both sides’ words, texts and faces: what «agreed» asks; the partner accepts with its own hands. */
export async function agree(
  { head, owner, world }: Way,
  partnerId: Id<'partner'>,
  wanted: { class: ReportingClass; kind: Kind; clientId?: string; startsOn: string },
): Promise<string> {
  const theirs = await world.contextOfPartner(partnerId);
  const { id: agreementId, versions } = await ask(agreements.openAgreement, head, {
    body: {
      partnerId,
      ...wanted,
      expectations: {
        success: 'Пять клиентов за квартал',
        whoAnswers: 'Мария и Анна',
        ifItBreaks: 'Созвон за день',
        howCounted: 'По закреплению клиента',
      },
    },
  });
  const shown = versions[0];
  const params = { agreementId };
  const body = { version: shown?.version, bodyHash: shown?.bodyHash };
  await ask(agreements.acceptAgreement, head, { params, body: { ...body, side: 'ours', person: 'Мария' } });
  for (const side of ['ours', 'theirs'] as const)
    await ask(directory.addFace, head, { params: { partnerId }, body: { side, name: 'Анна', isMain: true } });
  const { items: texts } = await ask(agreements.listTexts, head);
  for (const { kind, bodyHash } of texts) {
    if (kind === 'code_of_honour')
      await ask(agreements.acceptOurText, owner, { params: { kind }, body: { bodyHash, person: 'Ирина' } });
    await ask(agreements.acceptText, theirs, {
      params: { partnerId, kind },
      body: { bodyHash, person: 'Анна' },
    });
  }
  await isShut(head, partnerId, 'agreed', ['expectations_accepted']);
  await ask(agreements.acceptAgreement, theirs, {
    params,
    body: { ...body, side: 'theirs', person: 'Анна' },
  });
  return agreementId;
}
