/** Every code of the engine, in words for those it concerns. `reasons.test.ts` keeps the list whole. */
export const reasons = {
  ru: {
    nobody_named: 'Источник продажи никого не назвал.',
    named_in_row: 'Партнёр назван в самой строке продажи: «{{named}}».',
    named_partner_unknown: 'В строке назван «{{named}}», такого партнёра у нас нет.',
    no_deal: 'Клиента никто не передавал.',
    own_deal: 'Продажа закрыла нашу собственную сделку № {{number}}.',
    own_deal_earlier:
      'Наша сделка № {{earlier}} с этим клиентом открыта раньше вашей регистрации № {{number}}.',
    deal_registered: 'Продажа закрыла сделку № {{number}}, которую партнёр передал {{since}}.',
    deal_protects:
      'Клиента передали {{since}} (сделка № {{number}}), защита ещё действовала: продать в обход партнёра не значит привести.',
    bypass_not_credited:
      'Клиент передан {{since}} (сделка № {{number}}), но по правилам компании продажа без этой сделки считается прямой.',
    earlier_registration:
      'Того же клиента раньше передал другой партнёр: сделка № {{earlier}} старше № {{number}}.',
    deal_role: 'Записан в сделке № {{number}} в роли «{{role}}».',
    no_code: 'Код не назван.',
    code_in_row: 'В продаже указан код «{{named}}», он принадлежит этому соглашению.',
    code_unknown: 'В строке указан код «{{named}}», такого кода у нас нет.',
    code_at_checkout:
      'Код «{{named}}» взяли уже у кассы: клиента привели другие, их касаний {{touches}}. Код уступает тому, кто привёл.',
    no_touches: 'Ни по ссылке, ни по коду клиент раньше не приходил.',
    touches_out_of_window:
      'Касания есть ({{touches}}), но ни одного за {{days}} дн. до продажи по действующему соглашению.',
    touched_first: 'Первое касание за {{days}} дн. до продажи; всего касаний {{touches}}.',
    touched_last: 'Последнее касание за {{days}} дн. до продажи; всего касаний {{touches}}.',
    touched_linear: 'Касаний за {{days}} дн. до продажи: {{touches}}; все считаются поровну.',
    touched_position: 'Касаний за {{days}} дн. до продажи: {{touches}}; первое и последнее весят больше.',
    touched_time_decay:
      'Касаний за {{days}} дн. до продажи: {{touches}}; чем ближе к продаже, тем больше вес.',
    not_first_touch: 'Касания были ({{touches}}), но первое – не его, а платит первое.',
    not_last_touch: 'Касания были ({{touches}}), но последнее – не его, а платит последнее.',
    not_linear_touch: 'Касания были ({{touches}}), но их доля меньше одной миллионной.',
    not_position_touch: 'Касания были ({{touches}}), но по месту в пути им ничего не положено.',
    not_time_decay_touch: 'Касания были ({{touches}}), но слишком давно: их доля меньше одной миллионной.',
    no_keeper: 'Клиент ни за кем не закреплён.',
    keeps_client: 'Клиент {{client}} закреплён за партнёром, а в строке никто другой не назван.',
    keeping_ended:
      'Клиент {{client}} был закреплён с {{since}}, но закрепление действует {{days}} дн. и закончилось.',
    earlier_rule: 'Раньше решило правило «{{rule}}»: дальше очередь не дошла.',
    no_agreement_in_force: 'Партнёр назван, но на {{day}} у него не было действующего соглашения с запуском.',
    ruled: 'Так решили люди {{day}}.',
    ruled_direct: 'Люди решили {{day}}: продали сами.',
    claim_ruled: 'Так решён спор {{day}}.',
    claim_ruled_direct: 'Спор решён {{day}}: продали сами.',
  },
  en: {
    nobody_named: 'The source of the sale named nobody.',
    named_in_row: 'The row of the sale itself names the partner: “{{named}}”.',
    named_partner_unknown: 'The row names “{{named}}”, and we have no such partner.',
    no_deal: 'Nobody registered the client.',
    own_deal: 'The sale closed our own deal No. {{number}}.',
    own_deal_earlier:
      'Our deal No. {{earlier}} with this client was opened before registration No. {{number}}.',
    deal_registered: 'The sale closed deal No. {{number}}, which the partner registered on {{since}}.',
    deal_protects:
      'The client was registered on {{since}} (deal No. {{number}}) and still protected: selling past the partner is not bringing.',
    bypass_not_credited:
      'The client was registered on {{since}} (deal No. {{number}}), but by the company’s rules a sale without that deal is direct.',
    earlier_registration:
      'Another partner registered the same client before: deal No. {{earlier}} is older than No. {{number}}.',
    deal_role: 'Stands in deal No. {{number}} in the role “{{role}}”.',
    no_code: 'No code is named.',
    code_in_row: 'The sale carries the code “{{named}}”, which belongs to this agreement.',
    code_unknown: 'The row carries the code “{{named}}”, and we have no such code.',
    code_at_checkout:
      'The code “{{named}}” was picked up at the checkout: others led the client there, by {{touches}} touches. The code gives way to who led.',
    no_touches: 'The client never came by a link or a code before.',
    touches_out_of_window:
      'There are touches ({{touches}}), but none in the {{days}} days before the sale by an agreement in force.',
    touched_first: 'The first touch in the {{days}} days before the sale; {{touches}} touches in all.',
    touched_last: 'The last touch in the {{days}} days before the sale; {{touches}} touches in all.',
    touched_linear: '{{touches}} touches in the {{days}} days before the sale; all count the same.',
    touched_position:
      '{{touches}} touches in the {{days}} days before the sale; the first and the last weigh more.',
    touched_time_decay:
      '{{touches}} touches in the {{days}} days before the sale; the nearer to the sale, the greater the weight.',
    not_first_touch: 'There were touches ({{touches}}), but not the first, and the first is paid.',
    not_last_touch: 'There were touches ({{touches}}), but not the last, and the last is paid.',
    not_linear_touch: 'There were touches ({{touches}}), but their share is below one millionth.',
    not_position_touch: 'There were touches ({{touches}}), but their place in the journey earns nothing.',
    not_time_decay_touch:
      'There were touches ({{touches}}), but too long ago: their share is below one millionth.',
    no_keeper: 'Nobody keeps the client.',
    keeps_client: 'The client {{client}} is kept for the partner, and the row names nobody else.',
    keeping_ended:
      'The client {{client}} was kept since {{since}}, but keeping lasts {{days}} days and is over.',
    earlier_rule: 'The rule “{{rule}}” had decided before: it never came to this one.',
    no_agreement_in_force: 'A partner is named, but had no launched agreement in force on {{day}}.',
    ruled: 'People decided so on {{day}}.',
    ruled_direct: 'People decided on {{day}}: we sold it ourselves.',
    claim_ruled: 'A claim was decided so on {{day}}.',
    claim_ruled_direct: 'A claim was decided on {{day}}: we sold it ourselves.',
  },
} as const;
