export const refusals = {
  ru: {
    referral_is_proven_client: {
      what: 'Рекомендует только клиент, который купил, получил результат, доволен и готов рассказать.',
      change: 'Откройте карточку клиента и подтвердите то, чего не хватает.',
    },
    referral_paid_later: {
      what: 'Клиент впервые заплатил {{firstPaidOn}}, а соглашение начинается раньше – {{startsOn}}.',
      change: 'Сначала клиентский опыт, потом рекомендация: начните соглашение не раньше первой оплаты.',
    },
    referral_needs_client: {
      what: 'Не указано, какой это клиент.',
      change: 'Выберите клиента: рекомендация без него не бывает.',
    },
    client_only_in_referral: {
      what: 'Клиент указывается только в рекомендациях.',
      change: 'Уберите клиента или выберите класс «Рекомендации клиентов».',
    },
    client_unknown: { what: 'Такого клиента здесь нет.', change: 'Запишите клиента или выберите другого.' },
    client_already_refers: {
      what: 'Этот клиент уже рекомендует нас по другому соглашению.',
      change: 'Завершите то соглашение или выберите другого клиента.',
    },
    referrals_within_clients: {
      what: 'Рекомендующих не может быть больше, чем клиентов: занято {{used}} из {{allowed}}.',
      change: 'Хотите больше – растите базу клиентов.',
    },
    partner_was_client: {
      what: 'Этот партнёр платил нам как клиент.',
      change: 'Выберите «Рекомендации клиентов» или напишите, почему это всё же партнёрские продажи.',
      who: 'Подтверждает руководитель ОПП.',
    },
    head_confirms_class: {
      what: 'Бывшего клиента в партнёрские продажи переводит руководитель.',
      who: 'Попросите руководителя ОПП открыть это соглашение.',
    },
    kind_not_of_class: {
      what: 'Такого вида в этом классе не бывает.',
      change: 'Выберите вид из списка класса.',
    },
    department_of_alliance: {
      what: 'Отдел называют только у альянса.',
      change: 'Партнёрские продажи и рекомендации ведёт отдел партнёрских продаж.',
    },
    exclusivity_span: {
      what: 'Эксклюзив кончается раньше, чем начинается.',
      change: 'Исправьте дни: у эксклюзива всегда есть конец.',
    },
    ends_before_start: {
      what: 'Соглашение заканчивается раньше, чем начинается.',
      change: 'Исправьте даты.',
    },
    signed_in_future: { what: 'День подписи ещё не наступил.', change: 'Укажите сегодня или раньше.' },
    launched_in_future: {
      what: 'День запуска ещё не наступил.',
      change: 'Запустите в этот день или укажите сегодня.',
    },
    launched_before_accepted: {
      what: 'Запуск раньше, чем приняты условия ({{acceptedOn}}).',
      change: 'Укажите день не раньше принятия.',
    },
    not_accepted: {
      what: 'Условия ещё не приняты обеими сторонами.',
      change: 'Пусть каждая сторона примет последнюю версию.',
    },
    talk_first: {
      what: 'С этим партнёром ещё не начали разговор: договариваться рано.',
      change: 'Заведите его в воронку и доведите до этапа «Разговор».',
    },
    approve_first: {
      what: 'Ожидания принимают с теми, кого одобрила проверка: сначала ценности и процесс, потом объём.',
      change: 'Доведите партнёра до этапа «Одобрен».',
    },
    conveyor_launches: {
      what: 'Первое соглашение запускает воронка: вместе с пилотом, а у рекомендаций и стратегических – первым днём работы.',
      change:
        'Переведите партнёра по этапам. Вручную запускают только ещё одно соглашение того, с кем уже работаем.',
    },
    last_ends_by_parting: {
      what: 'Это последнее действующее соглашение, а партнёр ещё в работе: без него остался бы партнёр ни с чем.',
      change:
        'Начните «Расставание» в «Этапе» на карточке партнёра: там закрывают обещания, деньги и ссылки, и соглашение завершится само.',
      who: 'Расставание начинает руководитель ОПП или собственник.',
    },
    paper_is_taking_over: {
      what: 'Подпись на бумаге до проверки – это приём партнёра «как есть», мимо ворот.',
      change: 'Проведите партнёра по воронке или принимайте ожидания здесь.',
      who: 'Принять «как есть» может руководитель ОПП или собственник.',
    },
    partner_is_off: {
      what: 'С этим партнёром мы расстались, расстаёмся или отказали ему: новых соглашений нет.',
      change: 'Если пора вернуться, верните его в кандидаты на карточке партнёра.',
    },
    already_launched: { what: 'Соглашение уже запущено.', change: 'Обновите страницу.' },
    already_open: {
      what: 'Такое соглашение уже открыто: тот же класс, вид и номер.',
      change: 'Запишите новую версию условий или дайте другой номер.',
    },
    already_accepted: {
      what: 'Эта версия за эту сторону уже принята.',
      change: 'Ждём другую сторону или новую версию.',
    },
    agreement_unknown: { what: 'Такого соглашения здесь нет.', change: 'Возможно, ссылка устарела.' },
    agreement_ended: { what: 'Соглашение завершено.', change: 'Откройте новое: история старого останется.' },
    version_unknown: { what: 'Такой версии нет.', change: 'Сначала запишите взаимные ожидания.' },
    version_superseded: {
      what: 'Появилась версия {{newest}}.',
      change: 'Прочтите её: принимают только последнюю.',
    },
    body_changed: { what: 'Текст изменился, пока вы читали.', change: 'Обновите страницу и прочтите снова.' },
    nothing_changed: {
      what: 'Текст тот же, что в версии {{version}}.',
      change: 'Измените слова или обещания.',
    },
    evidence_needed: {
      what: 'Не указано, откуда известно согласие партнёра.',
      change: 'Сошлитесь на письмо, переписку или бумагу с датой.',
    },
    not_own_side: {
      what: 'Принять можно только за свою сторону.',
      change: 'За другую сторону принимает её человек.',
    },
    promises_open: {
      what: 'Есть открытые обещания: {{count}}.',
      change: 'Отметьте каждое: выполнено, не выполнено или снято. Расстаются, когда вопросы закрыты.',
    },
    promise_unknown: { what: 'Такого обещания нет.', change: 'Обновите страницу.' },
    promise_settled: {
      what: 'Чем кончилось это обещание, уже записано.',
      change: 'Исход записывают один раз.',
    },
    outcome_needs_note: {
      what: 'Не написано, что случилось.',
      change: 'Одной фразой: что сломалось и что дальше.',
    },
    class_unchanged: { what: 'Класс и вид те же.', change: 'Выберите другие.' },
  },
  en: {
    referral_is_proven_client: {
      what: 'Only a client who bought, got a result, is satisfied and ready to tell may refer.',
      change: 'Open the client’s card and confirm what is missing.',
    },
    referral_paid_later: {
      what: 'The client first paid on {{firstPaidOn}}, and the agreement begins before that, on {{startsOn}}.',
      change:
        'Experience first, then a referral: begin the agreement on the day of the first payment or later.',
    },
    referral_needs_client: {
      what: 'It does not say which client this is.',
      change: 'Choose the client: there is no referral without one.',
    },
    client_only_in_referral: {
      what: 'A client is named in referrals only.',
      change: 'Remove the client or choose customer referral.',
    },
    client_unknown: {
      what: 'There is no such client here.',
      change: 'Write the client down or choose another.',
    },
    client_already_refers: {
      what: 'This client refers us by another agreement already.',
      change: 'End that agreement or choose another client.',
    },
    referrals_within_clients: {
      what: 'Referral partners cannot outnumber clients: {{used}} of {{allowed}} taken.',
      change: 'Want more? Grow the client base.',
    },
    partner_was_client: {
      what: 'This partner paid us as a client.',
      change: 'Choose customer referral, or say why these are partner sales all the same.',
      who: 'The head of partner sales confirms it.',
    },
    head_confirms_class: {
      what: 'Only the head counts a former client as partner sales.',
      who: 'Ask the head of partner sales to open this agreement.',
    },
    kind_not_of_class: {
      what: 'There is no such kind in this class.',
      change: 'Choose a kind from the class’s list.',
    },
    department_of_alliance: {
      what: 'A department is named of an alliance only.',
      change: 'Partner sales and referrals are led by partner sales.',
    },
    exclusivity_span: {
      what: 'Exclusivity ends before it begins.',
      change: 'Correct the days: exclusivity always has an end.',
    },
    ends_before_start: { what: 'The agreement ends before it starts.', change: 'Correct the dates.' },
    signed_in_future: { what: 'The day of signing has not come yet.', change: 'Choose today or earlier.' },
    launched_in_future: {
      what: 'The day of launch has not come yet.',
      change: 'Launch on that day, or choose today.',
    },
    launched_before_accepted: {
      what: 'Launched before the terms were accepted ({{acceptedOn}}).',
      change: 'Choose that day or later.',
    },
    not_accepted: {
      what: 'Both sides have not accepted the terms yet.',
      change: 'Let each side accept the newest version.',
    },
    talk_first: {
      what: 'The talk with this partner has not begun: it is early to agree.',
      change: 'Put it into the pipeline and bring it to the stage “Talking”.',
    },
    approve_first: {
      what: 'Expectations are accepted with those whom the check approved: values and process first, then volume.',
      change: 'Bring the partner to the stage “Approved”.',
    },
    conveyor_launches: {
      what: 'The first agreement is launched by the pipeline: with the pilot, and for referrals and alliances on the first day of work.',
      change:
        'Move the partner through the stages. By hand only one more agreement of somebody we already work with is launched.',
    },
    last_ends_by_parting: {
      what: 'This is the last agreement in force, and we still work with the partner: nothing would be left to work by.',
      change:
        'Begin “Parting” in “Stage” on the partner’s card: promises, money and links are settled there, and the agreement ends by itself.',
      who: 'Parting is begun by the head of partner sales or the owner.',
    },
    paper_is_taking_over: {
      what: 'Paper signed before the check takes the partner “as it is”, past the gates.',
      change: 'Lead the partner through the pipeline or accept the expectations here.',
      who: 'The head of partner sales or the owner may take it as it is.',
    },
    partner_is_off: {
      what: 'We parted or are parting with this partner, or declined it: no new agreements.',
      change: 'When it is time to return, make it a candidate again on the partner’s card.',
    },
    already_launched: { what: 'The agreement is launched already.', change: 'Reload the page.' },
    already_open: {
      what: 'Such an agreement is open: the same class, kind and number.',
      change: 'Write a new version of the terms, or give another number.',
    },
    already_accepted: {
      what: 'This version is accepted for this side already.',
      change: 'Waiting for the other side or a new version.',
    },
    agreement_unknown: { what: 'There is no such agreement here.', change: 'The link may be old.' },
    agreement_ended: {
      what: 'The agreement has ended.',
      change: 'Open a new one: the history of the old one stays.',
    },
    version_unknown: { what: 'There is no such version.', change: 'Write down mutual expectations first.' },
    version_superseded: {
      what: 'There is version {{newest}} now.',
      change: 'Read it: only the newest is accepted.',
    },
    body_changed: {
      what: 'The text changed while you were reading.',
      change: 'Reload the page and read it again.',
    },
    nothing_changed: {
      what: 'The text is that of version {{version}}.',
      change: 'Change the words or the promises.',
    },
    evidence_needed: {
      what: 'It does not say how the partner’s consent is known.',
      change: 'Point to a letter, a message or paper with its date.',
    },
    not_own_side: {
      what: 'One accepts for one’s own side only.',
      change: 'A person of the other side accepts for it.',
    },
    promises_open: {
      what: 'Promises are open: {{count}}.',
      change: 'Settle each: kept, missed or withdrawn. One parts when questions are closed.',
    },
    promise_unknown: { what: 'There is no such promise.', change: 'Reload the page.' },
    promise_settled: {
      what: 'How this promise went is written down already.',
      change: 'An outcome is said once.',
    },
    outcome_needs_note: {
      what: 'It does not say what happened.',
      change: 'One phrase: what broke and what comes next.',
    },
    class_unchanged: { what: 'The class and kind are the same.', change: 'Choose others.' },
  },
};
