/** Sentences that rules produce (S2.39): plain, unpleasant ones among them. */
export const blunt = {
  ru: {
    no_sales: 'За этот период продаж нет: говорить пока не о чем',
    no_partners: 'Партнёров пока нет: всё, что продано, продали сами',
    partners_without_money: 'Соглашения есть, а денег от них нет: это пока контакты, а не канал',
    word_of_mouth:
      'Канала нет, есть сарафан: клиенты советуют ({{referralMinor}}) больше, чем приводит вся партнёрская сеть ({{partnerMinor}})',
    costs_more_than_it_brings:
      'Партнёрские продажи стоят {{costMinor}}, а маржи приносят {{broughtMinor}}: канал в минусе',
    few_acquaintances_one: 'Это не сеть, а один знакомый: продаёт {{selling}}, молчат {{silent}}',
    few_acquaintances_few: 'Это не сеть, а пара знакомых: продают {{selling}}, молчат {{silent}}',
    few_acquaintances_many: 'Это не сеть: продают {{selling}}, молчат {{silent}}',
    few_acquaintances_other: 'Это не сеть: продают {{selling}}, молчат {{silent}}',
    one_partner_holds_it: 'Канал держится на одном партнёре: {{partner}} даёт {{sharePpm}} его выручки',
    dead_network: 'Сеть числится, но не продаёт: активны {{selling}} из {{working}}',
    refunds_eat_it: 'Возвраты съедают канал: возвращают {{theirsPpm}} против {{oursPpm}} у прямых клиентов',
    falling:
      'Партнёрские продажи упали на {{fellPpm}}: {{nowMinor}} против {{beforeMinor}} за прошлый период',
    not_embedded: 'Канал ещё не встроен в продажи: {{sharePpm}} выручки, продают {{selling}} из {{working}}',
    between_marks: 'Канал заметен: {{sharePpm}} выручки, но продают только {{selling}} из {{working}}',
    mature: 'Канал – опора: {{sharePpm}} выручки, продают {{selling}} из {{working}}',
    logos_only:
      'Стратегические партнёрства пока стоят логотипами: {{days}} дней без сделок и выполненных обещаний',
    contacts_called_partners:
      'Контактов, которых зовут партнёрами, не меньше, чем партнёров: {{contacts}} и {{working}}',
    only_refunds: 'За этот период только возвраты: деньги уходили и не приходили',
  },
  en: {
    no_sales: 'Nothing was sold in this period: there is nothing to say yet',
    no_partners: 'There are no partners yet: everything sold, you sold yourselves',
    partners_without_money: 'There are agreements and no money from them: contacts so far, not a channel',
    word_of_mouth:
      'Not a channel but word of mouth: clients’ advice brings more ({{referralMinor}}) than the whole network ({{partnerMinor}})',
    costs_more_than_it_brings:
      'Partner sales cost {{costMinor}} and bring {{broughtMinor}} of margin: the channel loses money',
    few_acquaintances_one: 'Not a network but one acquaintance: {{selling}} sells, {{silent}} are silent',
    few_acquaintances_other:
      'Not a network but a couple of acquaintances: {{selling}} sell, {{silent}} are silent',
    one_partner_holds_it: 'The channel rests on one partner: {{partner}} gives {{sharePpm}} of its revenue',
    dead_network: 'The network exists on paper and does not sell: {{selling}} of {{working}} are active',
    refunds_eat_it: 'Refunds eat the channel: {{theirsPpm}} comes back against {{oursPpm}} of direct clients',
    falling: 'Partner sales fell by {{fellPpm}}: {{nowMinor}} against {{beforeMinor}} in the period before',
    not_embedded:
      'The channel is not part of how you sell yet: {{sharePpm}} of revenue, {{selling}} of {{working}} sell',
    between_marks:
      'The channel is noticeable: {{sharePpm}} of revenue, but only {{selling}} of {{working}} sell',
    mature: 'The channel is a pillar: {{sharePpm}} of revenue, {{selling}} of {{working}} sell',
    logos_only: 'Strategic alliances stand as logos so far: {{days}} days without a deal or a kept promise',
    contacts_called_partners:
      'There are as many contacts called partners as partners: {{contacts}} and {{working}}',
    only_refunds: 'Only refunds in this period: money went out and none came in',
  },
};
