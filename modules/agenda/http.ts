import { may, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import * as api from './contract.ts';
import { rights } from './policy.ts';
import { answerCard, takeBackAnswer } from './service/answer-card.ts';
import { buildAgenda } from './service/build-agenda.ts';
import { ruleOf } from './service/rules.ts';
import { setCapacity } from './service/set-capacity.ts';
import { cardsOf, mondayNow, peopleOfAgenda, weeksOf, type WeekNow } from './service/week-of.ts';
import { bestCandidates, ruleRuns, type NamedAnswer, type NamedCard } from './store/cards.ts';

type Runs = Awaited<ReturnType<typeof ruleRuns>>;

export const agendaRoutes: readonly Served[] = [
  serve(api.readAgenda, (ctx, { query }) => weekOfOne(ctx, query.memberId)),
  serve(api.answerCard, (ctx, { params, body }) => answerCard(ctx, { ...params, ...body })),
  serve(api.takeBackAnswer, (ctx, { params }) => takeBackAnswer(ctx, params)),
  serve(api.readTeamWeek, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'agenda.team');
      const weeks = await weeksOf(tx, await peopleOfAgenda(tx));
      const runs = await ruleRuns(tx);
      const shown = weeks.filter(
        ({ member, chosen, leftOut, answers }) =>
          member.role === 'manager' || chosen.length + leftOut + answers.length > 0,
      );
      const putOff = weeks.flatMap(({ answers }) => answers.filter(({ verdict }) => verdict !== 'done'));
      const names = await namesOfMembers(
        tx,
        putOff.map(({ byMember }) => byMember),
      );
      return {
        weekOf: mondayNow(tx),
        currency: tx.currency,
        items: shown.map((week) => ({
          member: { id: week.member.id, name: week.member.name },
          capacityMinutes: week.capacity,
          plannedMinutes: week.choice.minutes,
          doneMinutes: week.doneMinutes,
          cards: week.chosen.length,
          leftOut: week.leftOut,
          valueMinor: week.choice.valueMinor,
          done: week.answers.filter(({ verdict }) => verdict === 'done').length,
          disagreed: week.answers.filter(({ verdict }) => verdict === 'disagree').length,
        })),
        putOff: putOff.map((answer) => ({
          ...presentAnswer(answer),
          by: names.get(answer.byMember) ?? null,
        })),
        rules: runs.map(({ rule, found, isBroken, lift }) => ({
          rule,
          name: ruleOf(rule).name,
          found,
          isBroken,
          liftPpm: lift.liftPpm,
          defaultLiftPpm: ruleOf(rule).liftPpm,
          seen: lift.seen,
          disagreed: lift.disagreed,
        })),
      };
    }),
  ),
  serve(api.setCapacity, (ctx, { params, body }) => setCapacity(ctx, { ...params, ...body })),
  serve(api.buildAgenda, (ctx) => buildAgenda(ctx)),
];

function weekOfOne(ctx: Context, asked: Id<'member'> | undefined) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'agenda.read');
    const own = tx.actor.type === 'person' ? tx.actor.id : null;
    const memberId = asked ?? own ?? refuse('invalid', 'agenda.whose_week');
    const isOwn = memberId === own;
    if (!isOwn && !may(tx, rights, 'agenda.team')) refuse('not_permitted', 'agenda.own_week_only');
    const member =
      (await peopleOfAgenda(tx)).find(({ id }) => id === memberId) ??
      refuse('not_found', 'agenda.not_of_team', { memberId });
    const [week] = await weeksOf(tx, [member]);
    if (!week) return refuse('not_found', 'agenda.not_of_team', { memberId });
    const runs = await ruleRuns(tx);
    const ranAt = runs.map((run) => run.ranAt).toSorted((a, b) => b.getTime() - a.getTime())[0];
    return {
      ...presentWeek(tx, week),
      cards: (await cardsOf(tx, week)).map(({ lead, also }) => presentCard(lead, also, runs)),
      isOwn,
      builtAt: ranAt ?? null,
      candidates: week.chosen.length === 0 ? await bestCandidates(tx, [memberId]) : [],
      broken: runs.filter(({ isBroken }) => isBroken).map(({ rule }) => ({ rule, name: ruleOf(rule).name })),
      can: {
        answer: may(tx, rights, 'agenda.answer'),
        team: may(tx, rights, 'agenda.team'),
        build: may(tx, rights, 'agenda.build'),
      },
    };
  });
}

function presentWeek(tx: Tx, { member, choice, ...week }: WeekNow) {
  return {
    member: { id: member.id, name: member.name },
    weekOf: mondayNow(tx),
    capacityMinutes: week.capacity,
    doneMinutes: week.doneMinutes,
    plannedMinutes: choice.minutes,
    valueMinor: choice.valueMinor,
    currency: tx.currency,
    leftOut: week.leftOut,
    existing: choice.existing,
    newFace: choice.newFace,
    answered: week.answers.map(presentAnswer),
  };
}

/** A name stands in quotes in the sentence: its own become the inner ones. */
const inside = (name: string) => name.replaceAll('«', '„').replaceAll('»', '“');

function presentReason(card: NamedCard) {
  const rule = ruleOf(card.rule);
  const { id, pinned, dueOn, foundOn, stakeMinor, currency, valueMinor } = card;
  return {
    id,
    rule: card.rule,
    name: rule.name,
    why: rule.why(card.params, inside(card.partnerName)),
    pinned,
    dueOn,
    foundOn,
    stakeMinor,
    currency,
    valueMinor,
  };
}

function presentCard(card: NamedCard, also: readonly NamedCard[], runs: Runs) {
  const rule = ruleOf(card.rule);
  return {
    ...presentReason(card),
    partner: { id: card.partnerId, name: card.partnerName },
    minutes: card.minutes,
    isNewFace: card.isNewFace,
    liftPpm: card.liftPpm,
    defaultLiftPpm: rule.liftPpm,
    liftSeen: runs.find((run) => run.rule === card.rule)?.lift.seen ?? 0,
    urgencyPpm: card.urgencyPpm,
    fix: rule.fix,
    step: rule.step,
    also: also.map(presentReason),
  };
}

function presentAnswer({ id, partnerId, partnerName, rule, verdict, reason, minutes, at }: NamedAnswer) {
  return {
    id,
    partner: { id: partnerId, name: partnerName },
    rule,
    name: ruleOf(rule).name,
    verdict,
    reason,
    minutes,
    at,
  };
}
