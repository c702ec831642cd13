/** Sentences that rules produce (S2.39): plain, the unpleasant ones among them. One code, one rule of `domain/blunt`. */
export const blunt = {
  ru: {
    no_sales: 'За этот период продаж нет: говорить пока не о чем',
    no_partners: 'Партнёров нет: всё, что продано, продали сами',
    partners_without_money: 'Соглашения есть, денег от них нет: это контакты в телефоне, а не канал',
    word_of_mouth:
      'Это не партнёрский канал, а хорошая сарафанка: клиенты советуют на {{referralMinor}}, партнёры приводят на {{partnerMinor}}',
    costs_more_than_it_brings:
      'Партнёрские продажи обходятся дороже, чем приносят: {{costMinor}} затрат на {{broughtMinor}} маржи',
    few_acquaintances_one: 'Это не сеть, а один знакомый: продаёт {{selling}}, молчат {{silent}}',
    few_acquaintances_few: 'Это не сеть, а пара знакомых: продают {{selling}}, молчат {{silent}}',
    few_acquaintances_many: 'Это не сеть, а пара знакомых: продают {{selling}}, молчат {{silent}}',
    few_acquaintances_other: 'Это не сеть, а пара знакомых: продают {{selling}}, молчат {{silent}}',
    one_partner_holds_it:
      'Канал держится на одном партнёре: {{partner}} даёт {{sharePpm}} партнёрской выручки',
    dead_network: 'Сеть числится, но не продаёт: за три месяца продали {{selling}} из {{working}}',
    refunds_eat_it:
      'Возвраты съедают канал: клиенты партнёров возвращают {{theirsPpm}} денег, прямые – {{oursPpm}}',
    falling: 'Партнёрские продажи упали на {{fellPpm}}: было {{beforeMinor}}, стало {{nowMinor}}',
    not_embedded:
      'Канал не встроен в продажи: {{sharePpm}} выручки, продают {{selling}} партнёров из {{working}}',
    between_marks:
      'Канал работает, но ещё не опора: {{sharePpm}} выручки, продают {{selling}} партнёров из {{working}}',
    mature: 'Канал – опора продаж: {{sharePpm}} выручки, продают {{selling}} партнёров из {{working}}',
    fewer_sell: 'Продаёт меньшая часть сети, чем раньше: было {{beforePpm}}, стало {{nowPpm}}.',
    logos_only:
      'Стратегические партнёрства стоят логотипами: за {{days}} дней ни сделки, ни выполненного обещания.',
    contacts_called_partners_one:
      '{{contacts}} «партнёр» без соглашения и запуска, работающих – {{working}}. Без запуска это контакт.',
    contacts_called_partners_few:
      '{{contacts}} «партнёра» без соглашения и запуска, работающих – {{working}}. Без запуска это контакты.',
    contacts_called_partners_many:
      '{{contacts}} «партнёров» без соглашения и запуска, работающих – {{working}}. Без запуска это контакты.',
    contacts_called_partners_other:
      '{{contacts}} «партнёра» без соглашения и запуска, работающих – {{working}}. Без запуска это контакты.',
    only_refunds: 'За этот период только возвраты: деньги уходили и не приходили',
  },
  en: {
    no_sales: 'Nothing was sold in this period: there is nothing to say yet',
    no_partners: 'There are no partners: everything sold, you sold yourselves',
    partners_without_money: 'There are agreements and no money from them: contacts in a phone, not a channel',
    word_of_mouth:
      'This is good word of mouth, not a partner channel: clients’ advice gives {{referralMinor}}, partners bring {{partnerMinor}}',
    costs_more_than_it_brings:
      'Partner sales cost more than they bring: {{costMinor}} spent for {{broughtMinor}} of margin',
    few_acquaintances_one: 'Not a network but one acquaintance: {{selling}} sells, {{silent}} are silent',
    few_acquaintances_other:
      'Not a network but a couple of acquaintances: {{selling}} sell, {{silent}} are silent',
    one_partner_holds_it:
      'The channel rests on one partner: {{partner}} gives {{sharePpm}} of partner revenue',
    dead_network: 'The network exists on paper: {{selling}} of {{working}} sold in three months',
    refunds_eat_it:
      'Refunds eat the channel: partners’ clients take back {{theirsPpm}} of the money, direct ones {{oursPpm}}',
    falling: 'Partner sales fell by {{fellPpm}}: from {{beforeMinor}} to {{nowMinor}}',
    not_embedded:
      'The channel is not part of how you sell: {{sharePpm}} of revenue, {{selling}} of {{working}} partners sell',
    between_marks:
      'The channel works and is not a pillar yet: {{sharePpm}} of revenue, {{selling}} of {{working}} partners sell',
    mature:
      'The channel is a pillar of sales: {{sharePpm}} of revenue, {{selling}} of {{working}} partners sell',
    fewer_sell: 'A smaller part of the network sells than before: it was {{beforePpm}}, it is {{nowPpm}}.',
    logos_only: 'The strategic alliances stand as logos: {{days}} days without a deal or a kept promise.',
    contacts_called_partners_one:
      '{{contacts}} “partner” without agreement and launch, {{working}} working. Without a launch it is a contact.',
    contacts_called_partners_other:
      '{{contacts}} “partners” without agreement and launch, {{working}} working. Without a launch they are contacts.',
    only_refunds: 'Only refunds in this period: money went out and none came in',
  },
};
