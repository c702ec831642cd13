import { ability, keeps, partnersById } from '@mosty/directory';
import { namesOf, namesOfMembers, permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { orRefuse, refuse, Refusal } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { mayAsk, mayClose, mayDecide, mayHold } from '../domain/life.ts';
import { rights } from '../policy.ts';
import { breachesOf } from '../store/breaches.ts';
import { namedFlag, type NamedFlag } from '../store/flag-lists.ts';
import { rowsOf, stepsOf } from '../store/flags.ts';
import { incidentOfFlag } from '../store/incidents.ts';
import { questionsOfFlag } from '../store/questions.ts';

export const todayOf = (tx: Tx) => businessDateOf(tx.now(), tx.zone);

export function presentRow(today: string, { partnerId, partnerName, ...flag }: NamedFlag) {
  return {
    ...flag,
    partner: { id: partnerId, name: partnerName },
    isLate: flag.endedAt === null && flag.answerDueOn !== null && flag.answerDueOn < today,
    repeats: flag.repeatsId !== null,
  };
}

/** @throws integrity.flag_unknown */
export function showFlag(ctx: Context, flagId: string) {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'flag.read');
    const flag = (await namedFlag(tx, flagId)) ?? refuse('not_found', 'integrity.flag_unknown', { flagId });
    const today = todayOf(tx);
    const [rows, questions, steps, incident, breaches] = [
      await rowsOf(tx, flagId),
      await questionsOfFlag(tx, flagId),
      await stepsOf(tx, flagId),
      await incidentOfFlag(tx, flagId),
      await breachesOf(tx, flag.partnerId),
    ];
    const names = await namesOf(
      tx,
      rows.map(({ subject }) => subject),
    );
    const people = await namesOfMembers(tx, [flag.openedBy, ...steps.map(({ by }) => by)]);
    return {
      ...presentRow(today, flag),
      openedBy: people.get(flag.openedBy) ?? null,
      rows: rows.map((row) => ({ ...row, name: names.get(row.subject) ?? null })),
      questions: questions.map((one) => ({
        ...one,
        isLate: one.answer === null && one.closedAt === null && one.dueOn < today,
      })),
      incident: incident && {
        ...incident,
        isLate: incident.closedAt === null && incident.dueOn !== null && incident.dueOn < today,
      },
      steps: steps.map((step) => ({ ...step, by: people.get(step.by) ?? null })),
      breaches: breaches
        .filter((one) => one.flagId === flagId && one.takenBackAt === null)
        .map(({ rule }) => rule),
      can: await cans(tx, flag, incident),
    };
  });
}

async function cans(tx: Tx, flag: NamedFlag, incident: Parameters<typeof mayClose>[0] | null) {
  const has = (action: keyof typeof rights) => () => permit(tx, rights, action);
  const [partner] = await partnersById(tx, [flag.partnerId]);
  const breach = () =>
    partner && keeps(tx, partner)
      ? true
      : new Refusal('not_permitted', 'directory.partner_of_another_manager');
  const noIncident = () => orRefuse(new Refusal('not_now', 'integrity.no_incident'));
  return {
    ask: ability(has('flag.ask'), () => mayAsk(flag.state)),
    hold: ability(has('flag.hold'), () => mayHold(flag)),
    decide: ability(has('flag.decide'), () => mayDecide(flag.state)),
    answer: ability(has('flag.ask'), () =>
      !incident ? noIncident() : incident.closedAt ? mayClose(incident) : true,
    ),
    close: ability(has('flag.decide'), () => (incident ? mayClose(incident) : noIncident())),
    breach: ability(has('flag.raise'), breach),
  };
}
