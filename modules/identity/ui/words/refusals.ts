export const refusals = {
  ru: {
    not_signed_in: { what: 'Вы не вошли.', change: 'Войдите и повторите.' },
    not_permitted: {
      what: 'Ваша роль этого не позволяет.',
      who: 'Права меняет собственник: Настройка → Люди и роли.',
    },
    scope_missing: {
      what: 'У этого ключа нет нужного права.',
      who: 'Новый ключ выпускает собственник или руководитель ОПП.',
    },
    two_people: {
      what: 'Кто предложил, тот не утверждает.',
      change: 'Нужен второй человек: так ошибка или соблазн одного не становятся деньгами.',
    },
    owners_only: { what: 'Это решает только собственник.', who: 'Попросите собственника компании.' },
    employees_only: {
      what: 'Партнёр ведёт доступ своих сотрудников.',
      who: 'Кто ещё отвечает за партнёра, записывает компания: напишите вашему человеку у нас.',
    },
    invited_too_often: {
      what: 'За день уже отправлено двадцать приглашений.',
      change: 'Продолжите завтра или попросите вашего человека у нас.',
    },
    last_owner: {
      what: 'Это последний собственник.',
      change: 'Сначала сделайте собственником ещё кого-то: иначе права некому будет вернуть.',
    },
    other_side: {
      what: 'Человек партнёра не становится человеком компании.',
      change: 'Закройте ему доступ и пригласите заново в новой роли.',
    },
    no_member: 'Такого человека здесь нет или он уже ушёл.',
    member_exists: 'У {{email}} уже есть доступ.',
    look_is_read_only: {
      what: 'Вы смотрите глазами партнёра: это делает только он сам.',
      change: 'Нажмите «Вернуться» и сделайте это с карточки партнёра, если ваша роль позволяет.',
    },
    look_ended: {
      what: 'Час, на который открывался взгляд глазами партнёра, прошёл.',
      change: 'Начните снова с карточки партнёра: каждый такой взгляд остаётся в журнале.',
    },
    no_partner: {
      what: 'Такого партнёра нет, или он в архиве.',
      change: 'Верните его из архива и пригласите снова.',
    },
    partner_role_needs_partner: 'Роль партнёра даётся человеку партнёра, и только ему.',
    money_by_role: 'Деньги этому человеку показывает его роль, отдельного разрешения не нужно.',
    proof_needed: {
      what: 'Перед сменой реквизитов подтвердите, что это вы: подтверждение живёт {{minutes}} минут.',
      change: 'Подтвердите ключом, кодом из приложения или кодом из письма и отправьте ещё раз.',
    },
    proof_by_factor: {
      what: 'У вас настроен ключ или код из приложения: письмо его не заменяет.',
      change: 'Подтвердите себя ими.',
    },
    proof_code_over: {
      what: 'Этот код больше не действует.',
      change: 'Попросите новый: он живёт десять минут и терпит пять ошибок.',
    },
    wrong_proof_code: { what: 'Код не подошёл.', change: 'Проверьте цифры в последнем письме.' },
    no_invitation: {
      what: 'Приглашение не найдено.',
      change: 'Возможно, его отозвали или прислали новое. Попросите прислать ещё раз.',
    },
    invitation_used: {
      what: 'Этим приглашением уже воспользовались.',
      change: 'Если это были вы, просто войдите.',
    },
    invitation_expired: { what: 'Срок приглашения вышел.', change: 'Попросите прислать новое.' },
    sign_in_first: {
      what: 'Эта почта уже входит в Mosty.',
      change: 'Войдите под {{email}} и откройте ссылку ещё раз.',
    },
    sign_in_exists: 'Почта {{email}} здесь уже занята.',
    password_needed: 'Придумайте пароль.',
    password_short: 'Пароль короче {{min}} знаков.',
    password_long: 'Пароль длиннее {{max}} знаков.',
    password_common: { what: 'Такой пароль подбирают первым.', change: 'Возьмите несколько слов подряд.' },
    password_personal: {
      what: 'Этот пароль – ваше имя или почта.',
      change: 'Возьмите слова, не связанные с вами.',
    },
    no_sign_in: 'Под почтой {{email}} никто не входит.',
    no_api_key: 'Такого ключа нет.',
    no_message: 'Такого письма нет.',
    message_sent: 'Письмо уже ушло.',
    message_erased: {
      what: 'Текста больше нет.',
      change: 'Одноразовые ссылки стираются, когда письмо ушло или срок вышел. Запросите новую.',
    },
    no_session: 'Этот сеанс уже завершён.',
    people_only: 'Это есть только у людей, не у программ.',
    works_nowhere: {
      what: 'Ваш доступ закрыт.',
      change: 'Если это ошибка, попросите собственника компании прислать новое приглашение.',
    },
    no_workspace: 'Такой компании нет или у вас нет к ней доступа.',
    foreign_origin: {
      what: 'Запрос пришёл с другого сайта.',
      change: 'Откройте Mosty по его собственному адресу.',
    },
    already_set_up: { what: 'Эта установка уже настроена.', change: 'Войдите или попросите приглашение.' },
    no_demo: 'Демо-компании здесь нет.',
    no_demo_person: 'В демо никого нет в этой роли.',
    demo_only_looks: {
      what: 'Из демо приглашения не уходят.',
      change: 'Заведите свою компанию: «Начать со своей компанией» на странице входа.',
    },
    invalid_email_or_password: {
      what: 'Почта или пароль не подошли.',
      change: 'Проверьте раскладку или запросите ссылку.',
    },
    too_many_wrong_passwords: {
      what: 'Слишком много неверных паролей для этой почты.',
      change: 'Подождите 15 минут или войдите по ссылке из письма.',
    },
    too_often: { what: 'Слишком часто.', change: 'Подождите минуту и попробуйте ещё раз.' },
    invalid_token: {
      what: 'Ссылка уже сработала или устарела.',
      change: 'Запросите новую: это займёт минуту.',
    },
    invalid_password: 'Старый пароль не подошёл.',
    invalid_code: {
      what: 'Код не подошёл.',
      change: 'Коды меняются каждые 30 секунд. Проверьте время на телефоне.',
    },
    invalid_backup_code: 'Запасной код не подошёл или уже использован.',
    invalid_two_factor_cookie: { what: 'Вход длился слишком долго.', change: 'Начните сначала.' },
    account_temporarily_locked: { what: 'Слишком много неверных кодов.', change: 'Подождите 15 минут.' },
    too_many_attempts_request_new_code: {
      what: 'Слишком много неверных кодов.',
      change: 'Начните вход сначала.',
    },
    user_not_verified: 'Устройство не проверило, что это вы. Нужен отпечаток, лицо или ПИН-код.',
    passkey_not_found: 'Этот ключ доступа здесь не известен.',
    passkey_stopped: 'Вход ключом прерван. Попробуйте ещё раз или войдите иначе.',
    session_not_fresh: {
      what: 'Вы вошли давно.',
      change: 'Выйдите, войдите заново и повторите: так мы знаем, что это вы.',
    },
  },
  en: {
    not_signed_in: { what: 'You are not signed in.', change: 'Sign in and try again.' },
    not_permitted: {
      what: 'Your role does not allow this.',
      who: 'The owner changes rights: Settings → People and roles.',
    },
    scope_missing: {
      what: 'This key lacks the right.',
      who: 'The owner or the head of partner sales issues a new key.',
    },
    two_people: {
      what: 'Who proposed it does not approve it.',
      change: 'A second person is needed: so one mistake or temptation does not become money.',
    },
    owners_only: { what: 'Only an owner decides this.', who: 'Ask the owner of the company.' },
    employees_only: {
      what: 'A partner looks after the access of its own employees.',
      who: 'Who else answers for the partner is written down by the company: write to your person with us.',
    },
    invited_too_often: {
      what: 'Twenty invitations were sent today already.',
      change: 'Go on tomorrow, or ask your person with us.',
    },
    last_owner: {
      what: 'This is the last owner.',
      change: 'Make somebody else an owner first: otherwise nobody could give the rights back.',
    },
    other_side: {
      what: 'A partner’s person does not become one of the company.',
      change: 'End their access and invite them anew in the new role.',
    },
    no_member: 'There is no such person here, or they have left.',
    member_exists: '{{email}} has access already.',
    look_is_read_only: {
      what: 'You are looking with a partner’s eyes: this is theirs to do.',
      change: 'Press “Return” and do it from the partner’s card, if your role allows it.',
    },
    look_ended: {
      what: 'The hour in which you could look with this partner’s eyes is over.',
      change: 'Begin again from the partner’s card: every look is kept in the journal.',
    },
    no_partner: {
      what: 'There is no such partner, or it is archived.',
      change: 'Take it back from the archive and invite again.',
    },
    partner_role_needs_partner: 'A partner’s role is for a partner’s person, and only for them.',
    money_by_role: 'This person sees money by their role; no separate permission is needed.',
    proof_needed: {
      what: 'Before payment details change prove that it is you: a proof holds for {{minutes}} minutes.',
      change: 'Prove it by your key, the code of your app or a code from a letter, and send again.',
    },
    proof_by_factor: {
      what: 'You have a key or the code of an app: a letter does not replace it.',
      change: 'Prove yourself by them.',
    },
    proof_code_over: {
      what: 'This code works no more.',
      change: 'Ask for a new one: it lives for ten minutes and bears five mistakes.',
    },
    wrong_proof_code: { what: 'The code did not fit.', change: 'Check the digits in the last letter.' },
    no_invitation: {
      what: 'The invitation is not found.',
      change: 'It may have been withdrawn or replaced. Ask for another.',
    },
    invitation_used: { what: 'This invitation has been used.', change: 'If it was you, simply sign in.' },
    invitation_expired: { what: 'The invitation has expired.', change: 'Ask for a new one.' },
    sign_in_first: {
      what: 'This address signs in to Mosty already.',
      change: 'Sign in as {{email}} and open the link again.',
    },
    sign_in_exists: 'The address {{email}} is taken here.',
    password_needed: 'Choose a password.',
    password_short: 'The password is shorter than {{min}} characters.',
    password_long: 'The password is longer than {{max}} characters.',
    password_common: { what: 'That password is guessed first.', change: 'Take a few words in a row.' },
    password_personal: {
      what: 'That password is your name or e-mail.',
      change: 'Take words that have nothing to do with you.',
    },
    no_sign_in: 'Nobody signs in as {{email}}.',
    no_api_key: 'There is no such key.',
    no_message: 'There is no such letter.',
    message_sent: 'The letter has been sent.',
    message_erased: {
      what: 'The text is gone.',
      change: 'One-time links are erased once sent or expired. Ask for a new one.',
    },
    no_session: 'That session has ended already.',
    people_only: 'Only people have this, programs do not.',
    works_nowhere: {
      what: 'Your access has been ended.',
      change: 'If that is a mistake, ask the owner of the company for a new invitation.',
    },
    no_workspace: 'There is no such company, or you have no access to it.',
    foreign_origin: { what: 'The request came from another site.', change: 'Open Mosty at its own address.' },
    already_set_up: {
      what: 'This installation is set up already.',
      change: 'Sign in, or ask for an invitation.',
    },
    no_demo: 'There is no demo company here.',
    no_demo_person: 'Nobody in the demo has that role.',
    demo_only_looks: {
      what: 'No invitations leave the demo.',
      change: 'Make your own company: “Start with your own company” on the sign-in page.',
    },
    invalid_email_or_password: {
      what: 'The e-mail or the password did not fit.',
      change: 'Check the keyboard layout, or ask for a link.',
    },
    too_many_wrong_passwords: {
      what: 'Too many wrong passwords for this address.',
      change: 'Wait 15 minutes, or sign in by a link from a letter.',
    },
    too_often: { what: 'Too often.', change: 'Wait a minute and try again.' },
    invalid_token: {
      what: 'The link has been used or is too old.',
      change: 'Ask for a new one: it takes a minute.',
    },
    invalid_password: 'The old password did not fit.',
    invalid_code: {
      what: 'The code did not fit.',
      change: 'Codes change every 30 seconds. Check the clock of the phone.',
    },
    invalid_backup_code: 'The backup code did not fit or has been used.',
    invalid_two_factor_cookie: { what: 'Signing in took too long.', change: 'Start again.' },
    account_temporarily_locked: { what: 'Too many wrong codes.', change: 'Wait 15 minutes.' },
    too_many_attempts_request_new_code: { what: 'Too many wrong codes.', change: 'Start signing in again.' },
    user_not_verified: 'The device did not check that it is you. A finger, a face or a PIN is needed.',
    passkey_not_found: 'This passkey is not known here.',
    passkey_stopped: 'Signing in with the passkey was stopped. Try again, or sign in another way.',
    session_not_fresh: {
      what: 'You signed in long ago.',
      change: 'Sign out, sign in again and repeat: so we know it is you.',
    },
  },
};
