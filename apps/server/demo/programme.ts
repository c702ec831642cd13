import { findPartnersByReference, updatePartner } from '@mosty/directory';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addDays, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import {
  applyToProgramme,
  decideStop,
  proposeStop,
  readProgrammePage,
  saveProgramme,
} from '@mosty/recruiting';
import { COMPANY } from './cast.ts';
import type { Stage } from './stage.ts';

const MORNING_MS = 10 * 3_600_000;
/** 12 000 ₽: what the words of the page speak of. */
const MONTH_OF_SHOP_MINOR = 1_200_000n;
const SLUG = 'partners';
const FRAUD_TAX_NUMBER = '7707083893';
const FRAUD_PHONE = '+7 900 000-00-17';
/** Written down long ago; its telephone turned out to be that of one on the stop list. A deal names a namesake. */
const SAME_PHONE = 'Агентство «Верста»';

const RU = {
  title: 'Партнёры «Полки»',
  lead: 'Мы помогаем небольшим магазинам торговать спокойно. Ищем тех, кому их клиенты верят, и обещаем беречь это доверие.',
  forWhom:
    'Внедренцам и консультантам, которые настраивают магазинам учёт\nАвторам и сообществам, которых слушают предприниматели\nСервисам с общими с нами клиентами',
  weGive:
    'Отвечаем на регистрацию клиента за два рабочих дня\nСчитаем деньги открыто: видно каждое начисление и почему оно такое\nПлатим раз в месяц, без просьб и напоминаний',
  theyGive:
    'Говорите клиенту только то, что есть на самом деле\nПередаёте клиентов с их согласия\nОтвечаете за своё обещание клиенту',
  money:
    '20 % с каждой оплаты клиента, которого вы привели, в первые двенадцать месяцев\nВозврат клиенту вычитается из следующей выплаты',
};
const EN = {
  title: 'Partners of Polka Soft',
  lead: 'We help small shops to trade without worry. We look for those whose clients trust them, and promise to guard that trust.',
  forWhom:
    'Integrators and consultants who set up shops’ accounting\nAuthors and communities that entrepreneurs listen to\nServices that share clients with us',
  weGive:
    'An answer to a registered client within two working days\nMoney counted in the open: every accrual and why it is so\nA payout every month, without asking',
  theyGive:
    'Telling the client only what is so\nHanding clients over with their consent\nKeeping what you promised the client',
  money:
    '20 % of every payment of a client you brought, for the first twelve months\nA refund is taken from the next payout',
};

/** Who applied lately, and with whom never again: one on the list, one proposed; one of those who apply is on it. */
export async function tellProgramme(
  stage: Stage,
  schemeId: Id<'scheme'>,
  today: BusinessDate,
): Promise<void> {
  const now = stage.clock.now();
  const at = (daysAgo: number) =>
    stage.clock.set(new Date(startOfDay(addDays(today, -daysAgo), COMPANY.zone).getTime() + MORNING_MS));
  at(120);
  const fraud = await proposeStop(stage.head, {
    name: 'ИП «Скидка навсегда»',
    taxNumber: FRAUD_TAX_NUMBER,
    phone: FRAUD_PHONE,
    person: 'Глеб Осетров',
    reasonCode: 'deceived_clients',
    evidence:
      'Обещал клиентам скидку 70 %, которой нет, и брал за неё деньги вперёд: жалобы трёх клиентов и переписка',
  });
  const named = await look(stage.head, (tx) => findPartnersByReference(tx, [SAME_PHONE]));
  const partnerId = named.get(SAME_PHONE) as Id<'partner'> | undefined;
  if (partnerId) await updatePartner(stage.head, { partnerId, fields: { phone: FRAUD_PHONE } });
  await decideStop(stage.owner, { entryId: fraud.id, approved: true });
  at(60);
  const counts = { schemeId, saleMinor: MONTH_OF_SHOP_MINOR };
  await saveProgramme(stage.head, { slug: SLUG, words: { ru: RU, en: EN }, isOpen: true, counts });
  await applyAll(stage, at);
  at(2);
  await proposeStop(stage.head, {
    name: 'Рассылка-Мастер',
    site: 'https://rassylka-master.example',
    reasonCode: 'spam',
    evidence: 'Письма от нашего имени людям, которые о них не просили: 14 пересланных писем за неделю',
  });
  stage.clock.set(now);
}

async function applyAll(stage: Stage, at: (daysAgo: number) => void): Promise<void> {
  const { database, clock, ids } = stage.system;
  const { consent } = await readProgrammePage(database, SLUG, { clock, ids });
  const told = { slug: SLUG, language: 'ru', consentHash: consent.bodyHash } as const;
  const applied = [
    {
      name: 'Мастерская учёта «Ряд»',
      person: 'Светлана Рядова',
      email: 'svetlana@ryad-uchet.example',
      city: 'Казань',
      about:
        'Настраиваем учёт магазинам одежды, у нас сорок постоянных клиентов. Многие спрашивают о складе.',
      introducedBy: 'Вектор CRM',
      answers: { experience: 'paid_with_result', readyToTell: true, bringsClients: true, together: false },
    },
    {
      name: 'Клуб «Прилавок»',
      person: 'Игорь Лавочкин',
      email: 'igor@prilavok.example',
      city: 'Самара',
      about:
        'Сообщество владельцев магазинов, 1 800 человек, встречаемся каждый месяц. Хотим разбирать ваш опыт.',
      answers: { experience: 'access_only', readyToTell: false, bringsClients: false, together: true },
    },
    {
      name: 'Агентство выгодных покупок',
      person: 'Пётр Скидкин',
      email: 'petr@vygodno-vsegda.example',
      taxNumber: FRAUD_TAX_NUMBER,
      about: 'Продаём что угодно со скидкой, база 50 000 адресов.',
      answers: { experience: 'none', readyToTell: false, bringsClients: true, together: false },
    },
  ] as const;
  for (const [place, one] of applied.entries()) {
    at(9 - 3 * place);
    const address = `192.0.2.${place + 1}`;
    await applyToProgramme(database, { ...told, ...one, address }, { clock, ids });
  }
}
