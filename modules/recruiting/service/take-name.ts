import { createPartner, keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { enterLifecycle, gateOf, moveStage, standingOf } from '@mosty/lifecycle';
import type { Path, Source, Stage } from '@mosty/lifecycle/contract';
import { rights } from '../policy.ts';
import { weighedNames, type Weighed } from '../store/influence.ts';
import { saveName } from '../store/names.ts';
import { one } from './merge-names.ts';

interface TakeName {
  readonly nameId: Id<'heard_name'>;
  readonly path: Path;
  readonly name?: string | undefined;
  readonly partnerId?: Id<'partner'> | undefined;
}

export interface Taken {
  readonly partnerId: Id<'partner'>;
  readonly stage: Stage;
  /** What the gate to a candidate still asks for. */
  readonly missing: number;
}

/**
 * «Взять в работу»: the name becomes a partner, enters the conveyor with where it was heard, and is a candidate at once
 * when the gate asks for nothing more.
 * @throws recruiting.name_unknown, recruiting.name_merged, recruiting.taken_already, recruiting.never_said, and the
 *   refusals of making or keeping a partner
 */
export function takeName(ctx: Context, input: TakeName): Promise<Taken> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'name.take');
    const { nameId, path } = input;
    const name = await one(tx, nameId);
    if (name.intoId !== null) refuse('conflict', 'recruiting.name_merged');
    if (name.partnerId !== null)
      refuse('conflict', 'recruiting.taken_already', { partnerId: name.partnerId });
    const [weighed] = await weighedNames(tx, { ids: [nameId] });
    if (!weighed || weighed.mentions === 0) return refuse('not_now', 'recruiting.never_said');
    const partner = input.partnerId
      ? await keptPartner(tx, input.partnerId)
      : await createPartner(tx, { name: input.name ?? name.spoken, site: siteOf(weighed) });
    await saveName(tx, { ...name, partnerId: partner.id, setAsideAt: null, setAsideWhy: null });
    tx.audit({
      verb: 'recruiting.take_name',
      subject: partner.id,
      change: { nameId, path, speakers: weighed.speakers },
    });
    return enter(tx, partner.id, path, sourceOf(weighed));
  });
}

async function enter(tx: Tx, partnerId: Id<'partner'>, path: Path, source: Source): Promise<Taken> {
  const here = (await standingOf(tx, [partnerId])).get(partnerId);
  if (!here) await enterLifecycle(tx, { partnerId, path, to: 'mention', source });
  else if (here.stage !== 'mention') return { partnerId, stage: here.stage, missing: 0 };
  const gate = (await gateOf(tx, partnerId)).find(({ to }) => to === 'candidate');
  const missing = gate?.missing ?? 0;
  if (!gate || missing > 0 || gate.can.move !== true) return { partnerId, stage: 'mention', missing };
  await moveStage(tx, { partnerId, to: 'candidate' });
  return { partnerId, stage: 'candidate', missing: 0 };
}

/** The first page of their own that is known. */
const siteOf = ({ links }: Weighed) =>
  links.find((link) => !link.startsWith('@') && link.length <= 300) ?? null;

/** Where most people said it, in the conveyor's words. */
function sourceOf({ bySource }: Weighed): Source {
  const [first] = bySource;
  if (first?.source === 'survey') return 'survey';
  if (first?.source === 'intro') return 'partner';
  return first?.source === 'support' || first?.source === 'sales' ? 'voice' : 'by_hand';
}
