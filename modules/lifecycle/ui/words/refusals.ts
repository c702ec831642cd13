export const refusals = {
  ru: {
    outside: { what: 'Этот партнёр вне воронки.', change: 'Сначала возьмите его в воронку.' },
    already_inside: { what: 'Этот партнёр уже в воронке.', change: 'Откройте его ворота на карточке.' },
    no_such_step: {
      what: 'Такого шага нет: порядок ворот один для всех.',
      change: 'Идите по этапам или смените путь, пока партнёр не одобрен.',
    },
    not_your_gate: { what: 'Эти ворота открывает другой человек.', who: 'Попросите руководителя ОПП.' },
    gate_closed: {
      what: 'Ворота закрыты: не всё подтверждено.',
      change: 'Откройте ворота: там видно, чего не хватает и кто это даст.',
    },
    reason_unknown: { what: 'Такой причины нет в списке.', change: 'Выберите причину из списка.' },
    moved_meanwhile: {
      what: 'Пока вы решали, партнёра перевели.',
      change: 'Обновите страницу и решите заново.',
    },
    cannot_take_over: {
      what: 'Отсюда «как есть» не принимают.',
      change: 'Кто работает, уже принят. Кто ушёл или получил отказ, возвращается через кандидаты.',
    },
    not_limited: { what: 'Партнёра уже ничего не ограничивает.', change: 'Обновите страницу.' },
    limits_end_with_gate: {
      what: 'Пределы запуска и пилота словом не снимают.',
      change: 'Проведите партнёра через ворота: пилот по фактам снимает предел сам.',
    },
    limits_changed_meanwhile: {
      what: 'Пока вы правили, пределы поменял другой.',
      change: 'Обновите страницу и посмотрите новую версию.',
    },
    same_path: { what: 'Он уже идёт этим путём.', change: 'Выберите другой.' },
    path_is_fixed: {
      what: 'Путь меняют, пока никто ничего не одобрил, и только на тот, где есть этот этап.',
      change: 'Откажите и верните в кандидаты, если путь выбран неверно.',
    },
  },
  en: {
    outside: { what: 'This partner is outside the pipeline.', change: 'Take it into the pipeline first.' },
    already_inside: {
      what: 'This partner is in the pipeline already.',
      change: 'Open its gates on the card.',
    },
    no_such_step: {
      what: 'There is no such step: the order of gates is one for all.',
      change: 'Go by the stages, or change the path before the partner is approved.',
    },
    not_your_gate: { what: 'Somebody else opens this gate.', who: 'Ask the head of partner sales.' },
    gate_closed: {
      what: 'The gate is shut: not everything is confirmed.',
      change: 'Open the gate: it shows what is missing and who supplies it.',
    },
    reason_unknown: { what: 'The list has no such reason.', change: 'Choose one of the list.' },
    moved_meanwhile: {
      what: 'The partner was moved while you decided.',
      change: 'Reload the page and decide again.',
    },
    cannot_take_over: {
      what: 'Nobody is taken as it is from here.',
      change: 'Who works is taken already. Who left or was declined returns through candidates.',
    },
    not_limited: { what: 'Nothing holds this partner back by now.', change: 'Reload the page.' },
    limits_end_with_gate: {
      what: 'Limits of launch and pilot are not lifted by a word.',
      change: 'Lead the partner through the gate: a pilot passed by fact ends them.',
    },
    limits_changed_meanwhile: {
      what: 'Somebody changed the limits while you did.',
      change: 'Reload the page and look at the new version.',
    },
    same_path: { what: 'It is led by this path already.', change: 'Choose another.' },
    path_is_fixed: {
      what: 'A path is changed before anything is approved, and only to one that has this stage.',
      change: 'Decline and make it a candidate again if the path was wrong.',
    },
  },
} as const;
