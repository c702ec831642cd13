/** Which rule, and what would change it. */
export const refusals = {
  ru: {
    no_scheme: 'Такой схемы нет.',
    no_version: 'Такой версии нет.',
    no_draft: 'У схемы нет черновика.',
    no_agreement: 'Такого соглашения нет.',
    no_assignment: 'Такого назначения нет.',
    no_accrual: 'Такого начисления нет.',
    no_hold: 'Начисление не заморожено.',
    no_trial: 'Такого сравнения нет: его удалили.',
    trial_window: {
      what: 'Первый месяц должен быть не позже последнего, а всё время – не больше {{months}} месяцев.',
      change: 'Поставьте другие месяцы.',
    },
    trial_currencies: {
      what: 'Схемы в разных валютах: {{currencies}}. Такие суммы не сравнить.',
      change: 'Оставьте схемы в одной валюте.',
    },
    scheme_archived: { what: 'Схема в архиве.', change: 'Соберите новую: условия можно взять из этой.' },
    scheme_in_use: {
      what: 'По схеме ещё платят: соглашений {{agreements}}.',
      change: 'Сначала назначьте им другую схему.',
    },
    scheme_not_published: {
      what: 'У схемы нет утверждённой версии.',
      change: 'Пусть её утвердит собственник или руководитель.',
    },
    version_before_last: {
      what: 'Версия начинается {{validFrom}}, а последняя утверждённая – {{last}}.',
      change: 'Поставьте более поздний день.',
    },
    version_in_past: {
      what: 'Новая версия не может начаться раньше сегодняшнего дня ({{today}}): вчерашние продажи остаются при своих условиях.',
      change: 'Поставьте сегодня или позже.',
    },
    version_published: 'Версия {{version}} уже утверждена.',
    author_cannot_approve: {
      what: 'Кто написал версию, тот её не утверждает.',
      who: 'Утвердить может другой собственник или руководитель.',
    },
    assigned_later: {
      what: 'С {{validFrom}} этой роли уже назначена другая схема.',
      change: 'Закончите то назначение или поставьте более поздний день.',
    },
    assignment_ended: 'Назначение уже закончено {{validTo}}.',
    accrual_not_pending: 'Начисление уже не ждёт утверждения.',
    not_matured: {
      what: 'Идёт проверка на возвраты, до {{maturesOn}}.',
      change: 'Утвердить можно после этого дня.',
    },
    nothing_to_hold: 'Здесь нечего заморозить: всё выплачено, в выплате или снято.',
    hold_in_past: 'День решения {{until}} уже наступил: поставьте будущий.',
    hold_lifted: 'Заморозку уже сняли.',
    held_by_stage: {
      what: 'Эти деньги ждут, пока партнёр не пройдёт пилот или на него не посмотрит человек.',
      change: 'Проведите партнёра через ворота или снимите стартовое ограничение на его карточке.',
    },
    accrual_changed: {
      what: 'Начисление изменилось, пока вы смотрели.',
      change: 'Посмотрите разницу ещё раз.',
    },
    not_correctable: {
      what: 'Это начисление уже снято или само исправляет другое.',
      change: 'Исправьте то, к чему оно относится.',
    },
    accruals_on_hold: {
      what: 'Есть замороженные начисления: {{count}}.',
      change:
        'Решите по каждому в «Начислениях»: снять заморозку или исправить. Расстаются, когда вопросы закрыты.',
    },
    accruals_pending: {
      what: 'Есть начисления на проверке: {{count}}.',
      change: 'Дождитесь конца проверки или утвердите их в «Начислениях», потом выплатите.',
    },
    accruals_unpaid: {
      what: 'Есть невыплаченные начисления: {{count}}.',
      change: 'Выплатите их ближайшей выплатой, в «Выплатах».',
    },
    no_difference: 'Разницы нет: записывать нечего.',
    recalculation_changed: { what: 'Разница изменилась, пока вы смотрели.', change: 'Посчитайте ещё раз.' },
    too_many_sales: { what: 'За эти дни больше {{most}} продаж.', change: 'Возьмите период короче.' },
    no_agreements_to_try: {
      what: 'Не на чем проверить: нет запущенных соглашений.',
      change: 'Выберите другой класс учёта.',
    },
  },
  en: {
    no_scheme: 'There is no such scheme.',
    no_version: 'There is no such version.',
    no_draft: 'The scheme has no draft.',
    no_agreement: 'There is no such agreement.',
    no_assignment: 'There is no such assignment.',
    no_accrual: 'There is no such accrual.',
    no_hold: 'The accrual is not on hold.',
    no_trial: 'There is no such comparison: it was deleted.',
    trial_window: {
      what: 'The first month must not be after the last, and all of it no longer than {{months}} months.',
      change: 'Choose other months.',
    },
    trial_currencies: {
      what: 'The schemes are in different currencies: {{currencies}}. Such sums cannot be compared.',
      change: 'Leave schemes of one currency.',
    },
    scheme_archived: {
      what: 'The scheme is in the archive.',
      change: 'Build a new one: the terms can be taken from this one.',
    },
    scheme_in_use: {
      what: 'The scheme still pays: {{agreements}} agreements.',
      change: 'Assign another scheme to them first.',
    },
    scheme_not_published: {
      what: 'The scheme has no approved version.',
      change: 'Let the owner or the head approve it.',
    },
    version_before_last: {
      what: 'The version begins on {{validFrom}}, the last approved one on {{last}}.',
      change: 'Name a later day.',
    },
    version_in_past: {
      what: 'A new version cannot begin before today ({{today}}): yesterday’s sales keep their terms.',
      change: 'Name today or later.',
    },
    version_published: 'Version {{version}} is approved already.',
    author_cannot_approve: {
      what: 'Who wrote a version does not approve it.',
      who: 'Another owner or head can.',
    },
    assigned_later: {
      what: 'From {{validFrom}} another scheme is assigned for this role.',
      change: 'End that assignment or name a later day.',
    },
    assignment_ended: 'The assignment ended on {{validTo}} already.',
    accrual_not_pending: 'The accrual does not wait for approval any more.',
    not_matured: {
      what: 'It is in validation until {{maturesOn}}.',
      change: 'It can be approved after that day.',
    },
    nothing_to_hold: 'There is nothing to hold: all is paid, in a payout or taken back.',
    hold_in_past: 'The day to decide, {{until}}, is here already: name one to come.',
    hold_lifted: 'The hold is lifted already.',
    held_by_stage: {
      what: 'This money waits until the partner passes its pilot or a person has looked at it.',
      change: 'Lead the partner through its gate, or lift its starting limit on its card.',
    },
    accrual_changed: {
      what: 'The accrual changed while you were looking.',
      change: 'Look at the difference again.',
    },
    not_correctable: {
      what: 'This accrual is taken back or corrects another one.',
      change: 'Correct what it belongs to.',
    },
    accruals_on_hold: {
      what: 'There are accruals on hold: {{count}}.',
      change:
        'Decide on each in Accruals: lift the hold or correct it. People part when all questions are closed.',
    },
    accruals_pending: {
      what: 'There are accruals in validation: {{count}}.',
      change: 'Wait for its end or approve them in Accruals, then pay them out.',
    },
    accruals_unpaid: {
      what: 'There are unpaid accruals: {{count}}.',
      change: 'Pay them with the next payout, in Payouts.',
    },
    no_difference: 'There is no difference: nothing to post.',
    recalculation_changed: { what: 'The difference changed while you were looking.', change: 'Count again.' },
    too_many_sales: { what: 'More than {{most}} sales in these days.', change: 'Take a shorter period.' },
    no_agreements_to_try: {
      what: 'Nothing to try it on: no agreement was launched.',
      change: 'Choose another class.',
    },
  },
};
