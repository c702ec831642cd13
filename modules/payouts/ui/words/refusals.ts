export const refusals = {
  ru: {
    batch_state: {
      what: 'С выплатой в этом состоянии так нельзя.',
      change: 'Обновите страницу: её мог изменить кто-то другой.',
    },
    debt_open: {
      what: 'Партнёр должен нам ({{currencies}}).',
      change: 'Дождитесь зачёта из следующих выплат или спишите долг во «Взаиморасчётах».',
    },
    debt_moved: {
      what: 'Долг изменился, пока вы решали.',
      change: 'Посмотрите новые цифры и решите заново.',
    },
    money_moved: { what: 'Деньги партнёра изменились, пока вы решали.', change: 'Составьте выплату заново.' },
    month_open: { what: 'Месяц {{month}} ещё открыт.', change: 'Сначала закройте его.' },
    document_of_tomorrow: { what: 'День документа ещё не наступил.', change: 'Проверьте дату.' },
    document_there: {
      what: 'К этой выплате такой документ уже приложен.',
      change: 'Если он приложен по ошибке, сначала снимите его.',
      who: 'Финансы',
    },
    file_of_another: {
      what: 'Этого файла нет, или он не этого партнёра.',
      change: 'Загрузите файл ещё раз.',
    },
    no_document: 'Такого документа нет: его могли уже снять.',
    not_paid_yet: { what: 'Выплата ещё не прошла.', change: 'Чек прикладывают после оплаты.' },
    no_batch: 'Такой выплаты нет.',
    no_debt: 'У партнёра нет долга.',
    no_payout: 'Такой выплаты партнёру нет.',
    no_statement: 'Такого отчёта нет.',
    no_such_format: 'Такого файла не бывает.',
    no_write_off: 'Такого списания нет.',
    not_approved: { what: 'Выплата ещё не утверждена.', change: 'Её утверждает другой человек.' },
    not_open: { what: 'Платёж уже завершён.', change: 'Обновите страницу.' },
    nothing_to_pay: {
      what: 'Платить пока некому.',
      change: 'Посмотрите во взаиморасчётах, что мешает каждому.',
    },
    objection_open: {
      what: 'Партнёр возразил по отчёту, и ему не ответили: {{months}}.',
      change: 'Ответьте в «Отчётах партнёров». Расстаются, когда спор решён.',
    },
    payout_open: {
      what: 'Партнёру готовится выплата: {{count}}.',
      change: 'Завершите или отмените её в «Выплатах».',
    },
    still_owed: {
      what: 'Мы ещё должны партнёру ({{currencies}}).',
      change: 'Выплатите остаток: что ему мешает, сказано во «Взаиморасчётах».',
    },
    objection_late: {
      what: 'Срок для возражений прошёл.',
      change: 'Ошибку всё равно можно исправить новой записью.',
    },
    paid_in_future: 'День оплаты не может быть в будущем.',
    paid_too_early: {
      what: 'День оплаты раньше, чем выплату утвердили.',
      change: 'Самый ранний день: {{earliest}}.',
    },
    requisites_rejected: {
      what: 'Реквизиты партнёра отклонены.',
      change: 'Отмените выплату и составьте её заново, когда партнёр пришлёт верные.',
    },
    pay_day_closed: { what: 'Месяц дня выплаты уже закрыт.', change: 'Выберите день в открытом месяце.' },
    payee_wrong: {
      what: 'Реквизиты партнёра не пройдут в банке.',
      who: 'Их исправляет партнёр или менеджер.',
    },
    payer_missing: {
      what: 'Не указан счёт компании, с которого платим.',
      who: 'Его задаёт собственник в настройках выплат.',
    },
    payer_wrong: {
      what: 'Счёт компании указан неверно.',
      who: 'Его задаёт собственник в настройках выплат.',
    },
    requisites_changed: {
      what: 'Реквизиты партнёра изменились после утверждения.',
      change: 'Отмените выплату и составьте заново.',
    },
    statement_state: { what: 'С отчётом в этом состоянии так нельзя.', change: 'Обновите страницу.' },
    through_after_pay_day: 'Нельзя платить за месяц, который ещё не закончился к дню выплаты.',
    write_off_decided: 'По списанию уже решили.',
    no_waiver: 'Такого отказа от остатка нет.',
    waiver_decided: 'По этому отказу от остатка уже решили.',
    waiver_proposed: {
      what: 'Отказ от остатка уже записан.',
      change: 'Его подтверждает другой человек.',
    },
    nothing_to_waive: {
      what: 'Отказываться не от чего: проверенных и не выплаченных денег нет.',
      change: 'То, что ещё на проверке или заморожено, сначала должно её пройти.',
    },
    not_parting: {
      what: 'Отказываются от остатка, когда расстаются.',
      change: 'Кто работает дальше, тому платят.',
    },
    owed_moved: {
      what: 'Сумма изменилась, пока вы решали.',
      change: 'Посмотрите новую сумму и решите заново.',
    },
    partners_word: {
      what: 'Это слово самого партнёра.',
      change: 'Если он отказался иначе, запишите это на странице расставания.',
    },
    write_off_proposed: 'Списание уже предложено.',
  },
  en: {
    batch_state: {
      what: 'A payout in this state does not allow it.',
      change: 'Reload the page: somebody else may have changed it.',
    },
    debt_open: {
      what: 'The partner owes us ({{currencies}}).',
      change: 'Let it be set off against the next payouts, or write the debt off in Settlements.',
    },
    debt_moved: {
      what: 'The debt changed while you were deciding.',
      change: 'Look at the new figures and decide again.',
    },
    money_moved: {
      what: 'The partner’s money changed while you were deciding.',
      change: 'Make the payout anew.',
    },
    month_open: { what: 'The month {{month}} is still open.', change: 'Close it first.' },
    document_of_tomorrow: { what: 'The day of the document has not come yet.', change: 'Check the date.' },
    document_there: {
      what: 'Such a document is attached to this payout already.',
      change: 'If it was a mistake, withdraw it first.',
      who: 'Finance',
    },
    file_of_another: {
      what: 'There is no such file, or it is not of this partner.',
      change: 'Upload the file again.',
    },
    no_document: 'There is no such document: it may be withdrawn already.',
    not_paid_yet: { what: 'The payout is not paid yet.', change: 'A receipt is attached after the payment.' },
    no_batch: 'There is no such payout.',
    no_debt: 'The partner owes nothing.',
    no_payout: 'There is no such payout to a partner.',
    no_statement: 'There is no such statement.',
    no_such_format: 'There is no such file.',
    no_write_off: 'There is no such write-off.',
    not_approved: { what: 'The payout is not approved yet.', change: 'Another person approves it.' },
    not_open: { what: 'The payout is finished already.', change: 'Reload the page.' },
    nothing_to_pay: { what: 'There is nobody to pay yet.', change: 'Settlements say what blocks each.' },
    objection_open: {
      what: 'The partner objected to a statement and nobody answered: {{months}}.',
      change: 'Answer in Partner statements. People part when a dispute is resolved.',
    },
    payout_open: {
      what: 'A payout to the partner is being made: {{count}}.',
      change: 'Finish it or cancel it in Payouts.',
    },
    still_owed: {
      what: 'We still owe the partner ({{currencies}}).',
      change: 'Pay the rest: Settlements say what blocks it.',
    },
    objection_late: {
      what: 'The time to object is over.',
      change: 'A mistake can still be corrected by a new entry.',
    },
    paid_in_future: 'The day of payment cannot lie in the future.',
    paid_too_early: {
      what: 'The day of payment lies before the payout was approved.',
      change: 'The earliest day is {{earliest}}.',
    },
    requisites_rejected: {
      what: 'The partner’s requisites were rejected.',
      change: 'Cancel the payout and make it again once the partner has sent the right ones.',
    },
    pay_day_closed: { what: 'The month of the pay day is closed.', change: 'Choose a day in an open month.' },
    payee_wrong: {
      what: 'The bank would not take the partner’s requisites.',
      who: 'The partner or the manager mends them.',
    },
    payer_missing: {
      what: 'The company’s own account is not given.',
      who: 'The owner sets it in the payout settings.',
    },
    payer_wrong: {
      what: 'The company’s own account is wrong.',
      who: 'The owner sets it in the payout settings.',
    },
    requisites_changed: {
      what: 'The partner’s requisites changed after the approval.',
      change: 'Cancel the payout and make it anew.',
    },
    statement_state: { what: 'A statement in this state does not allow it.', change: 'Reload the page.' },
    through_after_pay_day: 'A month that is not over by the pay day cannot be paid.',
    write_off_decided: 'The write-off was decided already.',
    no_waiver: 'There is no such waiver.',
    waiver_decided: 'This waiver was decided already.',
    waiver_proposed: {
      what: 'A waiver is written down already.',
      change: 'Another person confirms it.',
    },
    nothing_to_waive: {
      what: 'There is nothing to give up: no money is approved and unpaid.',
      change: 'What is still being checked or is on hold has to pass first.',
    },
    not_parting: {
      what: 'The rest is given up at a parting.',
      change: 'Whoever works on is paid.',
    },
    owed_moved: {
      what: 'The sum changed while you were deciding.',
      change: 'Look at the new sum and decide again.',
    },
    partners_word: {
      what: 'This is the partner’s own word.',
      change: 'If it was said otherwise, write it down on the page of the parting.',
    },
    write_off_proposed: 'A write-off is proposed already.',
  },
};
