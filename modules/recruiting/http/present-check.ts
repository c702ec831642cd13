import { ability, keeps, knownPartner } from '@mosty/directory';
import { namesOf, permit, twoPeople } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { standingOf } from '@mosty/lifecycle';
import { CRITERIA, WINS, economicsSchema, type CONTRIBUTIONS, type Subject } from '../contract/check.ts';
import { counts, judge, marginOf, questionsOf } from '../domain/check.ts';
import { rights } from '../policy.ts';
import { checkNow, isNow, type CheckNow } from '../service/check-now.ts';
import { goalsOf } from '../store/alliance.ts';
import { approachesOf, classAnswerOf, repliesOf } from '../store/approach.ts';
import { answersOf, shownOf, type AnswerRecord, type ShownRecord } from '../store/check.ts';
import { presentGoal } from './present-alliance.ts';
import { presentScore } from './present-profile.ts';

type Names = ReadonlyMap<string, string>;

/** The whole check of a partner on one page: what stands, what blocks, and everything that was ever said. */
export async function presentCheck(tx: Tx, partnerId: Id<'partner'>) {
  const partner = await knownPartner(tx, partnerId);
  const here = (await standingOf(tx, [partnerId])).get(partnerId);
  const answers = await answersOf(tx, partnerId);
  const shown = await shownOf(tx, partnerId);
  const approaches = await approachesOf(tx, partnerId);
  const replies = await repliesOf(tx, partnerId);
  const decided = await classAnswerOf(tx, partnerId);
  const names = await namesOf(tx, [
    ...[...answers, ...approaches, ...replies, ...(decided ? [decided] : [])].map((one) => one.byActor),
    ...shown.flatMap((one) => [one.addedBy, ...(one.verdictBy === null ? [] : [one.verdictBy])]),
  ]);
  const said = ({ at, byActor }: { at: Date; byActor: string }) => ({ at, by: names.get(byActor) ?? null });
  const now = await checkNow(tx, partnerId);
  const latest = new Map(now.answers.toReversed().map((one) => [one.question, one]));
  const subject = (of: Subject) => presentSubject(tx, of, { answers, latest, shown, now, names });
  const criteria = CRITERIA.map((criterion) => ({ criterion, ...subject(criterion) }));
  const wins = WINS.map((win) => {
    const {
      metric = null,
      target = null,
      how = null,
    } = (latest.get(win)?.detail ?? {}) as Partial<Record<'metric' | 'target' | 'how', string | null>>;
    return { win, metric, target, how, ...subject(win) };
  });
  const states = [...criteria, ...wins].map(({ state }) => state);
  const [approach] = approaches;
  return {
    partner: { id: partner.id, name: partner.name },
    stage: here?.stage ?? null,
    path: here?.path ?? null,
    profile: await presentScore(tx, partnerId, answers),
    approach: approach
      ? { whyYou: approach.whyYou, partnerValue: approach.partnerValue, ...said(approach) }
      : null,
    approaches: approaches.length,
    replies: replies.map((one) => ({
      said: one.said,
      repliedOn: one.repliedOn,
      note: one.note,
      ...said(one),
    })),
    classDecision: decided ? { answers: decided.answers, outcome: decided.outcome, ...said(decided) } : null,
    criteria,
    role: roleOf(latest.get('role'), said),
    economics: economicsOf(latest.get('economics'), said),
    wins,
    goals: (await goalsOf(tx, [partnerId])).map((goal) => presentGoal(tx, goal)),
    passed: states.filter((state) => state === 'passed').length,
    stopped: states.filter((state) => state === 'stopped').length,
    can: {
      write: ability(
        () => permit(tx, rights, 'check.write'),
        () =>
          keeps(tx, partner) ||
          new Refusal('not_permitted', 'directory.partner_of_another_manager', { partnerId }),
      ),
    },
  };
}

function presentSubject(
  tx: Tx,
  subject: Subject,
  of: {
    readonly answers: readonly AnswerRecord[];
    readonly latest: ReadonlyMap<string, AnswerRecord>;
    readonly shown: readonly ShownRecord[];
    readonly now: CheckNow;
    readonly names: Names;
  },
) {
  const { state, lacks, stoppedAt } = judge(subject, of.latest, of.now.shown);
  return {
    state,
    lacks: [...lacks],
    stoppedAt,
    questions: questionsOf(subject).map((question) => ({
      question,
      answer: of.latest.get(question)?.answer ?? ('unknown' as const),
      history: of.answers
        .filter((one) => one.question === question)
        .map(({ answer, at, byActor }) => ({ answer, at, by: of.names.get(byActor) ?? null })),
    })),
    evidence: of.shown.filter((one) => one.subject === subject).map((one) => presentShown(tx, one, of)),
  };
}

function presentShown(
  tx: Tx,
  one: ShownRecord,
  { names, now }: { readonly names: Names; readonly now: CheckNow },
) {
  const { id, subject, kind, says, source, seenOn, verdict, how, verdictAt, verdictBy } = one;
  return {
    id,
    subject,
    kind,
    says,
    source,
    seenOn,
    added: { at: one.addedAt, by: names.get(one.addedBy) ?? null },
    verdict:
      verdict && how !== null && verdictAt && verdictBy !== null
        ? { verdict, how, at: verdictAt, by: names.get(verdictBy) ?? null }
        : null,
    counts: counts(one) && isNow(one.addedAt, now.since),
    can: {
      verify: ability(
        () => permit(tx, rights, 'check.verify'),
        () => twoPeople(one.addedBy, tx),
      ),
    },
  };
}

type Signed = (one: AnswerRecord) => { at: Date; by: string | null };

function roleOf(one: AnswerRecord | undefined, said: Signed) {
  if (!one) return null;
  const { contribution, sentence } = one.detail as {
    contribution: (typeof CONTRIBUTIONS)[number];
    sentence: string;
  };
  return { contribution, sentence, ...said(one) };
}

function economicsOf(one: AnswerRecord | undefined, said: Signed) {
  if (!one) return null;
  const counted = economicsSchema.parse(one.detail);
  return { ...counted, marginMinor: marginOf(counted), ...said(one) };
}
