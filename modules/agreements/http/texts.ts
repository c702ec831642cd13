import { knownPartner } from '@mosty/directory';
import { may, permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { beyondPartner, look, transact } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import * as api from '../contract.ts';
import type { TextKind } from '../contract/texts.ts';
import { rights } from '../policy.ts';
import { standingWord } from '../service/text-evidence.ts';
import { acceptOurText, acceptText, publishText, textsNow, withdrawConsent } from '../service/texts.ts';
import { wordsOn } from '../store/texts.ts';

export const textRoutes: Served[] = [
  serve(api.listTexts, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'text.read');
      return { items: await ourTexts(tx), can: { publish: may(tx, rights, 'text.publish') } };
    }),
  ),
  serve(api.publishText, (ctx, { params, body }) =>
    transact(ctx, async (tx) => ourText(tx, (await publishText(tx, { ...params, ...body })).kind)),
  ),
  serve(api.acceptOurText, (ctx, { params, body }) =>
    transact(ctx, async (tx) => ourText(tx, (await acceptOurText(tx, { ...params, ...body })).kind)),
  ),
  serve(api.listPartnerTexts, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'text.read');
      const partner = await knownPartner(tx, params.partnerId);
      return { items: await textsOf(tx, partner.id) };
    }),
  ),
  serve(api.acceptText, (ctx, { params, body }) =>
    transact(ctx, async (tx) =>
      textOf(tx, params.partnerId, (await acceptText(tx, { ...params, ...body })).kind),
    ),
  ),
  serve(api.withdrawConsent, (ctx, { params, body }) =>
    transact(ctx, async (tx) =>
      textOf(tx, params.partnerId, (await withdrawConsent(tx, { ...params, ...body })).kind),
    ),
  ),
];

/** What the company said of its own texts is no secret from partners, though the rows are not theirs. */
async function ourTexts(tx: Tx) {
  const [texts, said] = await beyondPartner(tx, async () => [await textsNow(tx), await wordsOn(tx, null)]);
  return texts.map((text) => ({ ...text, ours: standingWord(text, said) }));
}

async function ourText(tx: Tx, kind: TextKind) {
  return oneOf(await ourTexts(tx), kind);
}

async function textsOf(tx: Tx, partnerId: Id<'partner'>) {
  const said = await wordsOn(tx, partnerId);
  return (await ourTexts(tx)).map((text) => {
    const last = said.find((one) => one.kind === text.kind);
    return {
      ...text,
      theirs: standingWord(text, said),
      withdrawnAt: last?.word === 'withdrawn' ? last.saidAt : null,
    };
  });
}

async function textOf(tx: Tx, partnerId: Id<'partner'>, kind: TextKind) {
  return oneOf(await textsOf(tx, partnerId), kind);
}

function oneOf<T extends { kind: TextKind }>(texts: readonly T[], kind: TextKind): T {
  const text = texts.find((one) => one.kind === kind);
  if (!text) throw new Error(`no text of kind ${kind}`);
  return text;
}
