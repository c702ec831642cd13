import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { moveStage } from '@mosty/lifecycle';
import {
  addEvidence,
  answerCheck,
  answerClass,
  answerProfile,
  recordReply,
  setContribution,
  setEconomics,
  setGoal,
  setWin,
  settleGoal,
  verifyEvidence,
  writeApproach,
} from '@mosty/recruiting';
import { PLAIN_QUESTIONS, SUBJECTS, WINS } from '@mosty/recruiting/contract';
import { COMPANY } from './cast.ts';
import type { Enrolled } from './enrol.ts';
import type { Stage } from './stage.ts';

const MORNING_MS = 10 * 3_600_000;

interface Candidate {
  readonly name: string;
  /** Days ago on which it became a candidate. */
  readonly ago: number;
  readonly reached: 'candidate' | 'talking' | 'checking' | 'approved';
  readonly whyYou?: string;
  readonly partnerValue?: string;
  readonly reply?: 'interested' | 'later';
  /** What the check came to: nothing yet, all but somebody else's eyes, a client who does not win. */
  readonly check?: 'unverified' | 'client_loses' | 'passed';
}

const CANDIDATES: readonly Candidate[] = [
  {
    name: 'Студия «Прилавок»',
    ago: 25,
    reached: 'approved',
    whyYou: 'Вы оформляете витрины тем же оптовикам, и трое наших клиентов назвали вас сами.',
    partnerValue: 'Повод вернуться к старым заказчикам с новой услугой и процент с каждого внедрения.',
    reply: 'interested',
    check: 'passed',
  },
  {
    name: 'Канал «Опт без воды»',
    ago: 22,
    reached: 'checking',
    whyYou: 'Разборы закупок у вас дочитывают до конца: клиенты пересылают их нам.',
    partnerValue: 'Живые цифры складов для разборов, которых больше ни у кого нет.',
    reply: 'interested',
    check: 'unverified',
  },
  {
    name: 'Сообщество «Юнит-экономика»',
    ago: 19,
    reached: 'checking',
    whyYou: 'Ваши участники считают деньги и приходят к нам уже с вопросами.',
    partnerValue: 'Готовый шаблон экономики склада для участников.',
    reply: 'interested',
    check: 'client_loses',
  },
  {
    name: 'Фулфилмент «Ряд»',
    ago: 16,
    reached: 'talking',
    whyYou: 'Вы храните товар наших клиентов и видите их остатки раньше нас.',
    partnerValue: 'Меньше пересортицы на ваших стеллажах.',
    reply: 'later',
  },
  {
    name: 'Эксперт Роман Фирсов',
    ago: 13,
    reached: 'talking',
    whyYou: 'Ваш курс по закупкам проходили четверо наших клиентов.',
    partnerValue: 'Практика на настоящих данных для ваших учеников.',
  },
  { name: 'Бизнес-клуб «Тоннаж»', ago: 10, reached: 'candidate' },
  { name: 'Агентство «Верста»', ago: 7, reached: 'candidate' },
];

/** Candidates on their way: one approved, one waiting for other eyes, one stopped by a client who does not win (S0.48). */
export async function tellChecks(
  stage: Stage,
  enrolled: ReadonlyMap<string, Enrolled>,
  today: BusinessDate,
): Promise<void> {
  const now = stage.clock.now();
  for (const candidate of CANDIDATES) {
    const partner = enrolled.get(candidate.name);
    if (partner) await tellCandidate(stage, candidate, partner.partnerId, today);
  }
  stage.clock.set(now);
  const bank = enrolled.get('Банк «Берег»');
  if (bank) await tellGoals(stage, bank.partnerId, today);
}

async function tellCandidate(
  stage: Stage,
  candidate: Candidate,
  partnerId: Id<'partner'>,
  today: BusinessDate,
): Promise<void> {
  const day = (after: number) => addDays(today, after - candidate.ago);
  const at = (after: number) =>
    stage.clock.set(new Date(startOfDay(day(after), COMPANY.zone).getTime() + MORNING_MS));
  const { head } = stage;
  at(0);
  await answerProfile(head, {
    partnerId,
    answers: (['shares_audience', 'clients_listen', 'fills_a_gap', 'checkable_results'] as const).map(
      (code) => ({ code, answer: 'yes' as const }),
    ),
  });
  await moveStage(head, { partnerId, to: 'candidate', details: {} });
  if (candidate.reached === 'candidate') return;
  at(1);
  const { whyYou = '', partnerValue = '' } = candidate;
  await writeApproach(head, { partnerId, whyYou, partnerValue });
  await moveStage(head, { partnerId, to: 'talking', details: {} });
  at(4);
  if (candidate.reply) await recordReply(head, { partnerId, said: candidate.reply, repliedOn: day(4) });
  if (candidate.reached === 'talking') return;
  await answerClass(head, {
    partnerId,
    answers: {
      experience: 'none',
      readyToTell: false,
      bringsClients: true,
      jointGoals: [],
      answerable: 'people_and_terms',
    },
  });
  await moveStage(head, { partnerId, to: 'checking', details: {} });
  at(6);
  await tellAnswers(head, partnerId, candidate.check === 'client_loses', day(6));
  await addReputation(stage, partnerId, day(6), candidate.check !== 'unverified');
  if (candidate.reached === 'checking') return;
  at(8);
  await moveStage(head, { partnerId, to: 'approved', details: {} });
}

async function tellAnswers(
  head: Context,
  partnerId: Id<'partner'>,
  clientLoses: boolean,
  seenOn: BusinessDate,
): Promise<void> {
  await answerCheck(head, {
    partnerId,
    answers: PLAIN_QUESTIONS.map((question) => ({ question, answer: 'yes' as const })),
  });
  await setContribution(head, {
    partnerId,
    answer: 'yes',
    contribution: 'trust',
    sentence: 'Приводит тех, кто уже слышал о нас от своих, и остаётся рядом на внедрении.',
  });
  await setEconomics(head, {
    partnerId,
    volume: 5,
    currency: COMPANY.currency,
    revenueMinor: 45_000_000,
    commissionMinor: 9_000_000,
    costsMinor: 12_000_000,
  });
  for (const win of WINS)
    await setWin(head, {
      partnerId,
      win,
      answer: clientLoses && win === 'client_win' ? 'no' : 'yes',
      metric: WIN_WORDS[win].metric,
      target: WIN_WORDS[win].target,
    });
  for (const subject of SUBJECTS)
    if (subject !== 'reputation')
      await addEvidence(head, {
        partnerId,
        subject,
        kind: subject === 'economics' ? 'calculation' : 'talk',
        says:
          subject === 'economics'
            ? 'Смета пилота на пять сделок'
            : 'Записали на встрече и согласовали письмом',
        source: subject === 'economics' ? 'Таблица пилота' : 'Протокол встречи',
        seenOn,
      });
}

const WIN_WORDS = {
  company_win: { metric: 'Оплаченные внедрения', target: '5 за квартал' },
  partner_win: { metric: 'Доход партнёра', target: '90 000 ₽ за квартал' },
  client_win: { metric: 'Пересортица на складе', target: 'вдвое меньше за три месяца' },
} as const;

async function addReputation(
  stage: Stage,
  partnerId: Id<'partner'>,
  seenOn: BusinessDate,
  isVerified: boolean,
): Promise<void> {
  const { id: evidenceId } = await addEvidence(stage.head, {
    partnerId,
    subject: 'reputation',
    kind: isVerified ? 'case' : 'screenshot',
    says: isVerified ? 'Склад на 40 мест: пересортица упала вдвое' : 'Отзывы подписчиков о разборах',
    source: isVerified ? 'https://cases.example/sklad-40' : 'Скриншот из переписки',
    seenOn,
  });
  if (isVerified)
    await verifyEvidence(stage.owner, {
      evidenceId,
      verdict: 'verified',
      how: 'Позвонили директору склада, цифры сошлись',
    });
}

/** One goal reached, one at work: what keeps an alliance from being two logos side by side (S2.24). */
async function tellGoals(stage: Stage, partnerId: Id<'partner'>, today: BusinessDate): Promise<void> {
  const { id: goalId } = await setGoal(stage.head, {
    partnerId,
    kind: 'product_or_event',
    gain: 'influence',
    aim: 'Общий день складского учёта для клиентов банка',
    proof: 'Сто компаний в зале, двадцать просят демонстрацию',
    reviewOn: addDays(today, 14),
  });
  await settleGoal(stage.head, {
    goalId,
    state: 'reached',
    outcome: '112 компаний, 24 просьбы о демонстрации',
  });
  await setGoal(stage.head, {
    partnerId,
    kind: 'new_market',
    gain: 'both',
    aim: 'Учёт склада внутри счёта для малого бизнеса',
    proof: 'Первые пятьдесят счетов с подключённым складом',
    reviewOn: addDays(today, 60),
  });
}
