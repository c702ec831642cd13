export const refusals = {
  ru: {
    partner_unknown: {
      what: 'Такого партнёра здесь нет.',
      change: 'Проверьте имя или номер; возможно, партнёр заведён под другим названием.',
    },
    partner_archived: {
      what: 'Партнёр в архиве.',
      change: 'Верните его из архива – всё записанное на месте.',
    },
    partner_of_another_manager: {
      what: 'Этого партнёра ведёт другой менеджер.',
      change: 'Читать можно всё, менять – только своих и ничьих.',
      who: 'Передать партнёра может руководитель ОПП.',
    },
    partner_has_open_agreement: {
      what: 'У партнёра есть открытое соглашение.',
      change: 'Сначала завершите соглашение с причиной, потом уберите партнёра в архив.',
    },
    head_gives_partners: {
      what: 'Менеджер берёт партнёра себе или отпускает.',
      who: 'Передать другому может руководитель ОПП.',
    },
    external_id_taken: {
      what: 'Этот номер уже у другого.',
      change: 'Номер во внешней системе у каждого свой: проверьте, не тот ли это самый.',
    },
    merged_into_itself: { what: 'Клиента нельзя объединить с ним же.' },
    client_merged: {
      what: 'Клиент «{{client}}» уже объединён с другим.',
      change: 'Откройте того, с кем он объединён, или отмените объединение.',
    },
    not_merged: { what: 'Клиент «{{client}}» ни с кем не объединён.' },
    merge_other_way: {
      what: '«{{client}}» уже платил, а «{{other}}» нет.',
      change: 'Объедините наоборот: откройте «{{other}}» и выберите «{{client}}».',
    },
    both_paid: {
      what: 'Платили оба: «{{client}}» и «{{other}}». Оплаты из закрытых месяцев не переносятся.',
      change: 'Отмените ошибочные оплаты одного из них, тогда объединить можно.',
    },
    member_unknown: { what: 'В компании нет такого человека.', change: 'Выберите из списка сотрудников.' },
    use_in_future: { what: 'Этот день ещё не наступил.', change: 'Укажите день, когда это узнали.' },
    member_is_ours: {
      what: 'Сотрудник компании не может быть лицом партнёра.',
      change: 'Добавьте его на нашу сторону.',
    },
    introduced_itself: {
      what: 'Партнёр не может познакомить нас с самим собой.',
      change: 'Укажите того, кто познакомил, или оставьте пустым.',
    },
    face_unknown: { what: 'Этот человек больше не отвечает за партнёрство.', change: 'Обновите страницу.' },
    client_unknown: {
      what: 'Такого клиента здесь нет.',
      change: 'Возможно, ссылка устарела или клиент закреплён не за вами.',
    },
    client_never_paid: {
      what: 'Клиент ещё ничего не оплатил.',
      change: 'Бесплатный доступ – не клиентский опыт. Результат подтверждают после первой оплаты.',
    },
    client_is_kept: {
      what: 'Клиент «{{client}}» уже закреплён за другим партнёром.',
      change: 'Список не отбирает клиентов: передайте его на карточке, с причиной.',
      who: 'Передаёт руководитель ОПП или собственник.',
    },
    keeper_unknown: {
      what: 'Партнёра «{{keeper}}» нет среди заведённых.',
      change: 'Сначала загрузите партнёров или исправьте имя.',
    },
    keeper_unchanged: { what: 'Клиент и так закреплён за этим партнёром.', change: 'Выберите другого.' },
    keeper_in_future: { what: 'День передачи ещё не наступил.', change: 'Укажите сегодня или раньше.' },
    name_missing: {
      what: 'В строке нет имени.',
      change: 'Заполните имя или укажите, в какой колонке оно стоит.',
    },
    name_malformed: {
      what: 'Имя длиннее 300 знаков.',
      change: 'Похоже, в колонку имени попало что-то другое.',
    },
    name_is_ambiguous: {
      what: 'Имя «{{name}}» носят {{count}} записи.',
      change: 'Укажите внешний номер: выбирать за вас мы не будем.',
    },
    email_malformed: {
      what: 'Адрес почты с опечаткой: {{value}}.',
      change: 'Исправьте или оставьте пустым.',
    },
    phone_malformed: {
      what: 'Телефон записан непонятно: {{value}}.',
      change: 'Исправьте или оставьте пустым.',
    },
    tax_number_malformed: {
      what: 'ИНН записан непонятно: {{value}}.',
      change: 'Исправьте или оставьте пустым.',
    },
    country_malformed: {
      what: 'Страна записана непонятно: {{value}}.',
      change: 'Нужны две буквы: RU, KZ, BY.',
    },
    text_too_long: { what: 'Слишком длинный текст в поле {{field}}.', change: 'Сократите до 300 знаков.' },
    busy: {
      what: 'Эти же записи прямо сейчас меняет кто-то ещё.',
      change: 'Повторите через минуту: добавится только новое.',
    },
    requisites_unknown: { what: 'Таких реквизитов нет.', change: 'Обновите страницу.' },
    proof_is_for_partners: {
      what: 'Код нужен человеку партнёра, а не нам.',
      change: 'Реквизиты, которые записали мы, проверяет бухгалтер.',
    },
    requisites_decided: {
      what: 'По этим реквизитам решение уже записано.',
      change: 'Если они неверны, запишите новую версию.',
    },
    rejection_needs_note: { what: 'Отказ нужно объяснить.', change: 'Напишите, что исправить.' },
  },
  en: {
    partner_unknown: {
      what: 'There is no such partner here.',
      change: 'Check the name or number; they may be written down under another.',
    },
    partner_archived: {
      what: 'The partner is archived.',
      change: 'Bring them back from the archive: everything written is in place.',
    },
    partner_of_another_manager: {
      what: 'Another manager keeps this partner.',
      change: 'You may read everything and change only your own and nobody’s.',
      who: 'The head of partner sales can hand the partner over.',
    },
    partner_has_open_agreement: {
      what: 'The partner has an open agreement.',
      change: 'End the agreement with a reason first, then archive the partner.',
    },
    head_gives_partners: {
      what: 'A manager takes a partner or lets it go.',
      who: 'The head of partner sales gives one to somebody else.',
    },
    external_id_taken: {
      what: 'Somebody else has this number.',
      change: 'Everyone’s number in the other system is their own: check whether it is the same one.',
    },
    merged_into_itself: { what: 'A client cannot be merged into itself.' },
    client_merged: {
      what: '“{{client}}” is merged into another client already.',
      change: 'Open the one it was merged into, or take the merge back.',
    },
    not_merged: { what: '“{{client}}” is merged into nobody.' },
    merge_other_way: {
      what: '“{{client}}” has paid and “{{other}}” has not.',
      change: 'Merge the other way round: open “{{other}}” and choose “{{client}}”.',
    },
    both_paid: {
      what: 'Both have paid: “{{client}}” and “{{other}}”. Payments of closed months are not moved.',
      change: 'Take back the payments of one that were a mistake; then they can be merged.',
    },
    member_unknown: {
      what: 'There is no such person in the company.',
      change: 'Choose from the list of colleagues.',
    },
    use_in_future: { what: 'That day has not come yet.', change: 'Give the day on which it was learnt.' },
    member_is_ours: { what: 'A colleague cannot be a face of the partner.', change: 'Add them on our side.' },
    introduced_itself: {
      what: 'A partner cannot introduce itself.',
      change: 'Name who introduced them or leave it empty.',
    },
    face_unknown: { what: 'This person no longer answers for the partnership.', change: 'Reload the page.' },
    client_unknown: {
      what: 'There is no such client here.',
      change: 'The link may be old, or the client is not kept by you.',
    },
    client_never_paid: {
      what: 'The client has not paid for anything yet.',
      change: 'Free access is no client experience. A result is confirmed after the first payment.',
    },
    client_is_kept: {
      what: 'Another partner keeps {{client}} already.',
      change: 'A list does not take clients away: give the client on its card, with a reason.',
      who: 'The head of partner sales or the owner does it.',
    },
    keeper_unknown: {
      what: 'There is no partner {{keeper}}.',
      change: 'Load the partners first or correct the name.',
    },
    keeper_unchanged: { what: 'This partner keeps the client already.', change: 'Choose another.' },
    keeper_in_future: { what: 'That day has not come yet.', change: 'Choose today or earlier.' },
    name_missing: { what: 'The row has no name.', change: 'Fill in the name or say which column holds it.' },
    name_malformed: {
      what: 'The name is longer than 300 characters.',
      change: 'Something else seems to stand in the column of names.',
    },
    name_is_ambiguous: {
      what: '{{count}} entries are called {{name}}.',
      change: 'Give the external number: we do not choose for you.',
    },
    email_malformed: {
      what: 'The e-mail address is misspelled: {{value}}.',
      change: 'Correct it or leave it empty.',
    },
    phone_malformed: {
      what: 'The phone cannot be read: {{value}}.',
      change: 'Correct it or leave it empty.',
    },
    tax_number_malformed: {
      what: 'The tax number cannot be read: {{value}}.',
      change: 'Correct it or leave it empty.',
    },
    country_malformed: {
      what: 'The country cannot be read: {{value}}.',
      change: 'Two letters are needed: RU, KZ, BY.',
    },
    text_too_long: { what: 'The text in {{field}} is too long.', change: 'Shorten it to 300 characters.' },
    busy: {
      what: 'Somebody is changing the same entries right now.',
      change: 'Try again in a minute: only what is new will be added.',
    },
    requisites_unknown: { what: 'There are no such details.', change: 'Reload the page.' },
    proof_is_for_partners: {
      what: 'The code is for people of the partner, not for us.',
      change: 'What we write down finance verifies.',
    },
    requisites_decided: {
      what: 'These details have been decided on already.',
      change: 'If they are wrong, write a new version.',
    },
    rejection_needs_note: { what: 'A rejection needs an explanation.', change: 'Say what to correct.' },
  },
};
