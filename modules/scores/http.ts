import { knownPartner } from '@mosty/directory';
import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import * as api from './contract.ts';
import { rights } from './policy.ts';
import { addScoreEvidence, verifyScoreEvidence } from './service/evidence.ts';
import { answerOutcome } from './service/outcomes.ts';
import { aliveOf, modelNow } from './store/alive.ts';
import { evidenceOf } from './store/evidence.ts';
import { historyOf } from './store/history.ts';
import { countAnswers, namedOutcome, pageOfOutcomes, type OutcomeRecord } from './store/outcomes.ts';
import { standingOf, standingsOf, type KeptStanding } from './store/standings.ts';

const HISTORY_SHOWN = 200;

export const scoresRoutes: readonly Served[] = [
  serve(api.listScores, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'score.read');
      return { items: (await standingsOf(tx, query.ids)).map(presentRow) };
    }),
  ),
  serve(api.readScores, (ctx, { params }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'score.read');
      return presentWhole(tx, params.partnerId);
    }),
  ),
  serve(api.readOwnScores, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'score.read_own');
      const own = tx.actor.type === 'person' ? tx.actor.partnerId : null;
      return presentWhole(tx, own ?? refuse('not_permitted', 'scores.no_partner'));
    }),
  ),
  serve(api.listScoreEvidence, (ctx, { params }) => presentEvidence(ctx, params.partnerId)),
  serve(api.addScoreEvidence, async (ctx, { params, body }) => {
    await addScoreEvidence(ctx, { ...params, ...body });
    return presentEvidence(ctx, params.partnerId);
  }),
  serve(api.verifyScoreEvidence, async (ctx, { params, body }) => {
    const { partnerId } = await verifyScoreEvidence(ctx, { ...params, ...body });
    return presentEvidence(ctx, partnerId);
  }),
  serve(api.listOutcomes, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'outcome.read');
      const { show, partnerId, cursor, limit } = query;
      const rows = await pageOfOutcomes(tx, { show, partnerId, after: decodeCursor(cursor), limit });
      const page = pageFrom(rows, limit, (row) => ({ value: row.answeredOn ?? row.askOn, id: row.id }));
      return {
        ...page,
        items: page.items.map(presentOutcome),
        confirmed: await countAnswers(tx, partnerId),
        can: { answer: may(tx, rights, 'outcome.answer') },
      };
    }),
  ),
  serve(api.answerOutcome, async (ctx, { params, body }) => {
    await answerOutcome(ctx, { ...params, ...body });
    return look(ctx, async (tx) =>
      presentOutcome(
        (await namedOutcome(tx, params.outcomeId)) ?? refuse('not_found', 'scores.outcome_unknown', params),
      ),
    );
  }),
];

/** Under eight rows there is no number, not even in the answer of a program. */
function presentRow({ trust, evidenceN, partnerId, ...row }: Omit<KeptStanding, 'basis'>): api.ScoreRow {
  return {
    ...row,
    partnerId: partnerId as Id<'partner'>,
    evidenceN,
    trust: evidenceN >= api.ENOUGH ? trust : null,
  } as api.ScoreRow;
}

async function presentWhole(tx: Tx, partnerId: Id<'partner'>) {
  const { id, name } = await knownPartner(tx, partnerId);
  const standing = await standingOf(tx, id);
  const [alive, model] = [await aliveOf(tx, id), await modelNow(tx)];
  return {
    partner: { id, name },
    scores: standing ? { ...presentRow(standing), basis: standing.basis } : null,
    estimate: alive && model ? { ...alive, model } : null,
    history: (await historyOf(tx, id, HISTORY_SHOWN)).map((one) => ({
      ...one,
      silence: one.silence as api.Silence,
      changes: [...one.changes],
    })),
    can: { addEvidence: may(tx, rights, 'score_evidence.write') },
  };
}

function presentEvidence(ctx: Context, partnerId: Id<'partner'>) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'score_evidence.read');
    await knownPartner(tx, partnerId);
    const all = await evidenceOf(tx, partnerId);
    const people = all.flatMap((one) => [one.addedBy, one.verdictBy ?? []].flat());
    const names = await namesOfMembers(tx, [...new Set(people)] as Id<'member'>[]);
    const nameOf = (actor: string) => names.get(actor as Id<'member'>) ?? actor;
    return {
      items: all.map(({ partnerId: _of, addedBy, verdictBy, ...one }) => ({
        ...one,
        id: one.id as Id<'score_evidence'>,
        addedBy: nameOf(addedBy),
        verdictBy: verdictBy && nameOf(verdictBy),
        can: {
          verify: one.verdict === null && addedBy !== tx.actor.id && may(tx, rights, 'score_evidence.verify'),
        },
      })),
    };
  });
}

function presentOutcome(one: OutcomeRecord): api.Outcome {
  const { partnerId, partnerName, clientId, clientName, ...rest } = one;
  return {
    ...rest,
    id: one.id as Id<'outcome'>,
    partner: { id: partnerId as Id<'partner'>, name: partnerName },
    client: { id: clientId as Id<'client'>, name: clientName },
  };
}
