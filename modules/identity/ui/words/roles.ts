/** Roles by name and by what each sees («видит …»): the demo door, invitations and the people page say the same. */
export const roles = {
  ru: {
    owner: { name: 'Собственник', sees: 'все деньги канала, планы, пределы и спорные решения.' },
    head: { name: 'Руководитель ОПП', sees: 'всех партнёров, нагрузку команды и экономику отдела.' },
    manager: { name: 'Менеджер по партнёрам', sees: 'своих партнёров, а остальных – без права менять.' },
    finance: { name: 'Бухгалтер', sees: 'деньги, документы, реквизиты и то, что ждёт второй подписи.' },
    analyst: { name: 'Аналитик', sees: 'всё, кроме телефонов и счетов, но без права менять.' },
    voice: { name: 'Поддержка и продажи', sees: 'имена клиентов и того, кто их привёл.' },
    partner_owner: { name: 'Партнёр', sees: 'своё соглашение, свои сделки, деньги и документы.' },
    partner_staff: { name: 'Сотрудник партнёра', sees: 'сделки и материалы своей компании.' },
  },
  en: {
    owner: { name: 'Owner', sees: 'all the money of the channel, plans, limits and disputed decisions.' },
    head: { name: 'Head of partner sales', sees: 'every partner, the load of the team and the P&L.' },
    manager: { name: 'Partner manager', sees: 'their own partners, and others without changing them.' },
    finance: { name: 'Accountant', sees: 'money, documents, requisites and what awaits a second signature.' },
    analyst: { name: 'Analyst', sees: 'everything but phones and bank accounts, without changing it.' },
    voice: { name: 'Support and sales', sees: 'names of clients and who brought them.' },
    partner_owner: { name: 'Partner', sees: 'their own agreement, deals, money and documents.' },
    partner_staff: { name: 'Partner’s staff', sees: 'deals and materials of their own company.' },
  },
};
