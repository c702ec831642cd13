/** Roles by name and by what each sees: the demo door, invitations and the page of rights say the same. */
export const roles = {
  ru: {
    owner: { name: 'Собственник', sees: 'все деньги канала, планы, пределы и спорные решения.' },
    head: { name: 'Руководитель ОПП', sees: 'всех партнёров, нагрузку команды и экономику отдела.' },
    manager: { name: 'Менеджер по партнёрам', sees: 'своих партнёров целиком, остальных – только читает.' },
    finance: { name: 'Бухгалтер', sees: 'деньги, документы и реквизиты; утверждает выплаты.' },
    analyst: { name: 'Аналитик', sees: 'всё, но ничего не меняет; без телефонов и счетов.' },
    voice: { name: 'Поддержка и продажи', sees: 'чей это клиент и кого он назвал.' },
    partner_owner: { name: 'Партнёр', sees: 'своё соглашение, свои сделки, деньги и документы.' },
    partner_staff: { name: 'Сотрудник партнёра', sees: 'сделки и материалы своей компании.' },
  },
  en: {
    owner: { name: 'Owner', sees: 'all the money of the channel, plans, limits and disputed decisions.' },
    head: { name: 'Head of partner sales', sees: 'every partner, the load of the team and the P&L.' },
    manager: { name: 'Partner manager', sees: 'their own partners in full, others to read.' },
    finance: { name: 'Accountant', sees: 'money, documents and requisites; approves payouts.' },
    analyst: { name: 'Analyst', sees: 'everything and changes nothing; no phones, no bank accounts.' },
    voice: { name: 'Support and sales', sees: 'whose client it is and whom the client named.' },
    partner_owner: { name: 'Partner', sees: 'their own agreement, deals, money and documents.' },
    partner_staff: { name: 'Partner’s staff', sees: 'deals and materials of their own company.' },
  },
};
