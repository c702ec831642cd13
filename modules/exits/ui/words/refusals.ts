export const refusals = {
  ru: {
    not_leaving: {
      what: 'С этим партнёром сейчас не расстаются.',
      change: 'Решение о расставании принимают на карточке партнёра, в «Этапе».',
    },
    thanked_already: {
      what: 'Спасибо уже сказано.',
      change: 'Второй раз не нужно: идите к следующему шагу.',
    },
    no_address: {
      what: 'У партнёра нет почты: письмо некуда отправить.',
      change: 'Впишите почту на карточке партнёра или запишите, как сказали спасибо лично.',
    },
    thanks_needed: 'Напишите письмо или запишите, как сказали спасибо.',
    summary_unchanged: {
      what: 'Эти итоги партнёру уже показаны, цифры не менялись.',
      change: 'Дождитесь согласия или запишите его, если партнёр согласился по телефону.',
    },
    summary_replaced: {
      what: 'Эти итоги уже заменены новыми.',
      change: 'Обновите страницу и посмотрите новые цифры.',
    },
    agreed_already: 'С этими итогами уже согласились.',
    partners_word: {
      what: 'Это слово самого партнёра.',
      change: 'Если он согласился иначе, запишите это на странице расставания.',
    },
    nothing_to_hand_over: 'Передавать больше нечего: за партнёром никого не осталось.',
    cannot_take_over: {
      what: 'Этот партнёр не может принять клиентов.',
      change: 'Выберите партнёра, с которым договорились и работают.',
    },
    not_its_own: 'Этого клиента или сделки за партнёром уже нет. Обновите страницу.',
    retention_passed: { what: 'Этот день уже прошёл.', change: 'Назначьте день в будущем.' },
  },
  en: {
    not_leaving: {
      what: 'Nobody is parting with this partner now.',
      change: 'To part is decided on the partner’s card, in “Stage”.',
    },
    thanked_already: { what: 'Thanks were said already.', change: 'Once is enough: go on to the next step.' },
    no_address: {
      what: 'The partner has no e-mail: the letter has nowhere to go.',
      change: 'Write an e-mail on the partner’s card, or note how you said thank you in person.',
    },
    thanks_needed: 'Write the letter, or note how you said thank you.',
    summary_unchanged: {
      what: 'This summary was shown already, and the figures have not changed.',
      change: 'Wait for the partner’s word, or write it down when it was given by phone.',
    },
    summary_replaced: {
      what: 'This summary was replaced by a newer one.',
      change: 'Refresh the page and look at the new figures.',
    },
    agreed_already: 'This summary was agreed to already.',
    partners_word: {
      what: 'This is the partner’s own word.',
      change: 'When they agreed otherwise, write it down on the page of the parting.',
    },
    nothing_to_hand_over: 'There is nothing more to hand over: nobody is left with the partner.',
    cannot_take_over: {
      what: 'This partner cannot take over clients.',
      change: 'Choose a partner that agreed with us and works.',
    },
    not_its_own: 'This client or deal is no longer with the partner. Refresh the page.',
    retention_passed: { what: 'That day has passed.', change: 'Set a day in the future.' },
  },
} as const;
