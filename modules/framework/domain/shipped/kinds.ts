import type { FrameworkBody } from '../../contract/framework.ts';

export const SHIPPED_KINDS: FrameworkBody['kinds'] = [
  {
    kind: 'affiliate',
    ru: {
      who: 'Ведёт площадку или рекламу и приводит по ссылке или промокоду. Знакомиться необязательно.',
      expect: 'Честный трафик на названных площадках, без рекламы по нашему имени.',
      give: 'Процент с оплат, кабинет с цифрами того же дня, материалы.',
    },
    en: {
      who: 'Runs a site or advertising and brings people by a link or a code. We need not know each other.',
      expect: 'Honest traffic on the places named, no bidding on our name.',
      give: 'A percentage of payments, a portal with the day’s figures, materials.',
    },
  },
  {
    kind: 'creator',
    ru: {
      who: 'Делает содержание для своей аудитории: обзоры, разборы, письма.',
      expect: 'Пробует продукт сам, говорит, что думает, ставит пометку и erid.',
      give: 'Фикс и процент вместо большого фикса, доступ к продукту, честный отчёт.',
    },
    en: {
      who: 'Makes content for an audience of their own: reviews, lessons, letters.',
      expect: 'Tries the product, says what they think, sets the label and the erid.',
      give: 'A fixed part and a percentage in place of a large fee, the product, an honest report.',
    },
  },
  {
    kind: 'ambassador',
    ru: {
      who: 'Человек, которого узнают рядом с нами год и дольше.',
      expect: 'Пользуется продуктом и рассказывает о нём каждый месяц.',
      give: 'Личное сопровождение, ранний доступ, закрытые встречи, благодарность вслух.',
    },
    en: {
      who: 'A person seen beside us for a year and longer.',
      expect: 'Uses the product and speaks of it every month.',
      give: 'Personal care, early access, closed talks, thanks aloud.',
    },
  },
  {
    kind: 'agent',
    ru: {
      who: 'Сам приводит сделки: знает людей и знакомит.',
      expect: 'Передаёт тех, кому нужно, с их согласия, и говорит как есть.',
      give: 'Закрепление клиента, процент с каждой оплаты, ответ за рабочий день.',
    },
    en: {
      who: 'Brings deals personally: knows people and introduces them.',
      expect: 'Hands over those who need it, with their consent, and tells things as they are.',
      give: 'The client is kept for them, a percentage of each payment, an answer within a working day.',
    },
  },
  {
    kind: 'integrator',
    ru: {
      who: 'Внедряет продукт у клиента.',
      expect: 'Обученный специалист, срок, две недели поддержки после запуска.',
      give: 'Обучение и стенд, очередь внедрений, доля за роль в сделке.',
    },
    en: {
      who: 'Implements the product at the client.',
      expect: 'A trained specialist, a date, two weeks of support after launch.',
      give: 'Training and a test stand, implementations in turn, a share for the role.',
    },
  },
  {
    kind: 'consultant',
    ru: {
      who: 'Советует по делу: бухгалтер, брокер, тренер, консультант.',
      expect: 'Советует по задаче клиента и говорит ему о вознаграждении.',
      give: 'Закрепление, доля за экспертизу, материалы без нашего имени.',
    },
    en: {
      who: 'Advises on the matter: an accountant, broker, coach, consultant.',
      expect: 'Advises by the client’s task and tells them of the reward.',
      give: 'Protection of clients, a share for expertise, materials without our name.',
    },
  },
  {
    kind: 'community',
    ru: {
      who: 'Клуб, ассоциация, профессиональное сообщество.',
      expect: 'Названный ответственный, встреча с пользой, отзывы участников.',
      give: 'Польза на встрече, условия участникам, процент с оплат.',
    },
    en: {
      who: 'A club, an association, a professional society.',
      expect: 'A named person, a meeting with help in it, members’ opinions.',
      give: 'Help at the meeting, terms for members, a percentage of payments.',
    },
  },
  {
    kind: 'reseller',
    ru: {
      who: 'Продаёт продукт сам, от своего имени.',
      expect: 'Держит нижнюю цену, отвечает клиенту первым, показывает воронку.',
      give: 'Обучение продавцов, скидка по соглашению, ваши клиенты – ваши.',
    },
    en: {
      who: 'Sells the product in their own name.',
      expect: 'Keeps the floor price, answers the client first, shows the pipeline.',
      give: 'Training for sellers, a discount by agreement, your clients stay yours.',
    },
  },
  {
    kind: 'client',
    ru: {
      who: 'Наш клиент: заплатил, получил результат, доволен и готов рассказать.',
      expect: 'Советует только то, чем пользуется.',
      give: 'Благодарность за первую оплату того, кому посоветовал.',
    },
    en: {
      who: 'A client of ours: paid, got a result, is satisfied and ready to tell.',
      expect: 'Advises only what they use.',
      give: 'Thanks for the first payment of whoever they advised.',
    },
  },
  {
    kind: 'ally',
    ru: {
      who: 'Компания, с которой играем вдолгую: продукт, события, рынок.',
      expect: 'Цели с подтверждениями и день пересмотра, названный руководитель.',
      give: 'Люди и время на совместное дело, отчёт о целях каждый квартал.',
    },
    en: {
      who: 'A company with which we play long: product, events, a market.',
      expect: 'Goals with evidence and a day of review, a named executive.',
      give: 'People and time for the joint work, goals reported every quarter.',
    },
  },
];
