/** What is refused about deals, and what would change it. */
export const refusals = {
  ru: {
    no_such_sale: { what: 'Такой сделки нет.', change: 'Возможно, ссылка устарела или сделка не ваша.' },
    no_such_cost: {
      what: 'Такого расхода нет.',
      change: 'Возможно, его уже отменили: посмотрите в журнале.',
    },
    negative_amount: {
      what: 'Сумма продажи {{externalId}} отрицательная.',
      change: 'Возврат записывается отдельно, положительной суммой.',
    },
    amount_too_large: {
      what: 'Сумма {{externalId}} больше 90 миллиардов.',
      change: 'Проверьте, в тех ли единицах она записана.',
    },
    deal_unknown: { what: 'Такой сделки нет.', change: 'Возможно, ссылка устарела или сделка не ваша.' },
    no_agreement: {
      what: 'У партнёра нет принятого соглашения.',
      change: 'Клиента можно передать после того, как обе стороны примут взаимные ожидания.',
    },
    only_for_oneself: { what: 'Клиента можно передать только от своего партнёра.' },
    no_client: { what: 'Не сказано, о каком клиенте речь.', change: 'Напишите название компании.' },
    handover_basis_needed: {
      what: 'Не сказано, на каком основании переданы контакты.',
      change: 'Выберите основание или спросите клиента письмом.',
    },
    not_waiting: {
      what: 'Сделка № {{number}} ответа не ждёт.',
      change: 'Обновите страницу: ответ мог дать другой.',
    },
    deal_closed: { what: 'Сделка № {{number}} закрыта.' },
    nobody_registered: {
      what: 'Непонятно, кто передал клиента.',
      change: 'Выберите партнёра, от которого пришла заявка.',
    },
    client_not_asked: {
      what: 'Клиент ещё не подтвердил передачу.',
      change: 'Спросите его письмом и дождитесь ответа «да».',
    },
    registered_earlier: {
      what: 'Этот клиент раньше передан в сделке № {{number}}.',
      change: 'Сначала решите ту: откажите в ней или дождитесь конца защиты.',
    },
    not_registered: { what: 'Отзывать нечего: передача не действует.' },
    not_protected: { what: 'Продлевать нечего: клиент сейчас не защищён.' },
    extended_enough: {
      what: 'Больше продлевать нельзя: наибольшее число продлений – {{times}}.',
      change: 'Число продлений меняет руководитель в правилах.',
    },
    stage_limit: {
      what: 'Партнёр пока новый: открытых сделок не больше {{most}}.',
      change: 'Доведите открытые до итога или пройдите пилот: с ним предел снимается.',
      who: 'Стартовый предел снимает руководитель, который посмотрел на партнёра.',
    },
    client_has_no_email: {
      what: 'У клиента нет почты.',
      change: 'Запишите её в карточке клиента или выберите другое основание.',
    },
    no_handover: { what: 'Такого вопроса нет, или срок ответа прошёл.' },
    handover_replaced: {
      what: 'Вам отправлено письмо новее: это больше не действует.',
      change: 'Откройте ссылку из последнего письма.',
    },
    handover_answered: {
      what: 'Ответ уже дан, и он другой.',
      change: 'Напишите тому, кто прислал письмо.',
    },
    no_form: {
      what: 'Такой формы нет, или она закрыта.',
      change: 'Попросите новый адрес у того, кто его дал.',
    },
    form_too_often: {
      what: 'Слишком много передач подряд с этого адреса.',
      change: 'Попробуйте через десять минут.',
    },
    checked_too_often: {
      what: 'За час вы проверили слишком много клиентов.',
      change: 'Передайте клиента сразу: о совпадении скажем в ответ. Или попробуйте через час.',
    },
    registrant_needed: { what: 'Напишите, кто вы.' },
    stage_unknown: { what: 'Этапа «{{stage}}» нет.' },
    stage_twice: { what: 'Этап «{{stage}}» назван дважды.' },
    stage_nameless: { what: 'У этапа нет названия.' },
    one_stage_of_outcome: { what: 'Нужен ровно один этап выигрыша и один этап проигрыша.' },
    no_open_stage: { what: 'Нужен хотя бы один этап, на котором работа идёт.' },
    stage_in_use: { what: 'На этапе «{{stage}}» стоят сделки.', change: 'Сначала перенесите их.' },
    lost_needs_reason: { what: 'Не сказано, почему сделка не состоялась.' },
    has_sales: {
      what: 'Сделка № {{number}} уже стала продажей.',
      change: 'Сначала нужно отменить продажу.',
    },
    role_twice: { what: 'Партнёр дважды в одной роли.' },
    shares_over_whole: {
      what: 'В одной роли роздано {{percent}} %: больше целого.',
      change: 'Уменьшите доли.',
    },
    registrant_takes_part: {
      what: 'Тот, кто передал клиента, должен остаться участником.',
      change: 'Чтобы убрать его, сначала отзовите передачу.',
    },
    sale_of_another_client: { what: 'Это продажа другому клиенту.' },
    sale_of_another_deal: { what: 'Эта продажа уже связана с другой сделкой.' },
  },
  en: {
    no_such_sale: {
      what: 'There is no such deal.',
      change: 'The link may be old, or the deal is not yours.',
    },
    no_such_cost: {
      what: 'There is no such cost.',
      change: 'It may have been taken back already: look into the journal.',
    },
    negative_amount: {
      what: 'The amount of sale {{externalId}} is negative.',
      change: 'A refund is recorded apart, as a positive amount.',
    },
    amount_too_large: {
      what: 'The amount {{externalId}} is above 90 billion.',
      change: 'Check the units it is written in.',
    },
    deal_unknown: {
      what: 'There is no such deal.',
      change: 'The link may be old, or the deal is not yours.',
    },
    no_agreement: {
      what: 'The partner has no accepted agreement.',
      change: 'A client can be handed over once both sides have accepted the expectations.',
    },
    only_for_oneself: { what: 'A client can be handed over for one’s own partner only.' },
    no_client: { what: 'It is not said which client.', change: 'Write the name of the company.' },
    handover_basis_needed: {
      what: 'It is not said on what ground the contacts are given.',
      change: 'Choose the ground, or ask the client by letter.',
    },
    not_waiting: {
      what: 'Deal no. {{number}} does not wait for an answer.',
      change: 'Refresh the page: somebody may have answered.',
    },
    deal_closed: { what: 'Deal no. {{number}} is closed.' },
    nobody_registered: {
      what: 'It is not clear who handed the client over.',
      change: 'Choose the partner it came from.',
    },
    client_not_asked: {
      what: 'The client has not confirmed yet.',
      change: 'Ask by letter and wait for the yes.',
    },
    registered_earlier: {
      what: 'This client was handed over earlier, in deal no. {{number}}.',
      change: 'Decide that one first: refuse it, or wait until its protection ends.',
    },
    not_registered: { what: 'There is no registration to withdraw.' },
    not_protected: { what: 'There is no protection to extend.' },
    extended_enough: {
      what: 'No more extensions: the most allowed is {{times}}.',
      change: 'The head changes the number in the rules.',
    },
    stage_limit: {
      what: 'The partner is new yet: at most {{most}} open deals.',
      change: 'Bring the open ones to an end, or pass the pilot: the limit ends with it.',
      who: 'A head who has looked at the partner lifts the starting limit.',
    },
    client_has_no_email: {
      what: 'The client has no e-mail address.',
      change: 'Write it on the client’s card, or choose another ground.',
    },
    no_handover: { what: 'There is no such question, or its time is over.' },
    handover_replaced: {
      what: 'A newer letter was sent to you; this one no longer counts.',
      change: 'Open the link in the last letter.',
    },
    handover_answered: {
      what: 'It was answered already, differently.',
      change: 'Write to whoever sent the letter.',
    },
    no_form: { what: 'There is no such form, or it is closed.', change: 'Ask for a new address.' },
    form_too_often: { what: 'Too many in a row from this address.', change: 'Try in ten minutes.' },
    checked_too_often: {
      what: 'You have checked too many clients within an hour.',
      change: 'Hand the client over at once: a duplicate is told in the answer. Or try in an hour.',
    },
    registrant_needed: { what: 'Write who you are.' },
    stage_unknown: { what: 'There is no stage “{{stage}}”.' },
    stage_twice: { what: 'The stage “{{stage}}” is named twice.' },
    stage_nameless: { what: 'A stage has no name.' },
    one_stage_of_outcome: { what: 'There must be exactly one stage won and one lost.' },
    no_open_stage: { what: 'There must be a stage where work goes on.' },
    stage_in_use: { what: 'The stage “{{stage}}” has deals.', change: 'Move them first.' },
    lost_needs_reason: { what: 'It is not said why the deal did not happen.' },
    has_sales: {
      what: 'Deal no. {{number}} became a sale.',
      change: 'The sale has to be taken back first.',
    },
    role_twice: { what: 'A partner is twice in one role.' },
    shares_over_whole: {
      what: '{{percent}} % of one role is given away: more than the whole.',
      change: 'Lower the shares.',
    },
    registrant_takes_part: {
      what: 'Whoever handed the client over has to stay a participant.',
      change: 'Withdraw the registration first.',
    },
    sale_of_another_client: { what: 'It is a sale to another client.' },
    sale_of_another_deal: { what: 'The sale is linked to another deal already.' },
  },
};
