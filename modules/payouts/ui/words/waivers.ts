/** What a partner that leaves gives up of what we owe it. */
export const waivers = {
  ru: {
    title: 'Отказ от остатка',
    note: 'Если платить нельзя, а партнёр сам не хочет ждать: его слово закрывает расчёты в ноль. Заставить отказаться нельзя.',
    open: 'Можно закрыть отказом: {{sum}}',
    nothing: 'Проверенных и не выплаченных денег нет: отказываться не от чего.',
    noteIt: 'Записать отказ',
    noteText:
      'Партнёр отказывается получить {{sum}}. Деньги спишутся с нашего долга, когда другой человек подтвердит запись.',
    proof: 'Как партнёр отказался и где это видно',
    proofHint: 'Например: письмо от 12 ноября, переписка с Анной.',
    needProof: 'Напишите, где это видно.',
    noted: 'Записано. Подтвердит другой человек',
    currency: 'Валюта',
    said: { portal: 'Партнёр сам, в кабинете', told: 'Записано со слов партнёра' },
    state: { proposed: 'ждёт подтверждения', accepted: 'в силе', declined: 'не подтверждено' },
    accept: 'Подтвердить отказ',
    acceptText:
      '{{sum}} спишутся с нашего долга и попадут в отчёт месяца. Вернуть их можно будет только новой записью. В экономике класса начисленное останется затратой: продажи были.',
    accepted: 'Отказ в силе: расчёты закрыты',
    decline: 'Не подтверждать',
    declineText: 'Долг останется, расчёты с партнёром открыты.',
    own: {
      title: 'Остаток денег',
      owed: 'Мы должны вам {{sum}}',
      pay: 'Мы хотим их выплатить. Если выплата невозможна или не нужна, от остатка можно отказаться.',
      give: 'Отказаться от остатка',
      giveText:
        'Вы отказываетесь получить {{sum}}. Мы больше не будем вам их должны, и это останется в вашем отчёте за месяц.',
      done: 'Записано: вы отказались от остатка',
      given: '{{day}} вы отказались от остатка {{sum}}.',
    },
  },
  en: {
    title: 'The rest given up',
    note: 'When it cannot be paid and the partner does not want to wait: its own word closes the accounts at zero. Nobody may be made to.',
    open: 'May be closed by a waiver: {{sum}}',
    nothing: 'No money is approved and unpaid: there is nothing to give up.',
    noteIt: 'Write down a waiver',
    noteText:
      'The partner gives up {{sum}}. It leaves what we owe as soon as another person confirms what you write.',
    proof: 'How the partner gave it up, and where it is seen',
    proofHint: 'For example: a letter of 12 November, messages with Anna.',
    needProof: 'Say where it is seen.',
    noted: 'Written down. Another person confirms',
    currency: 'Currency',
    said: { portal: 'By the partner, in the portal', told: 'Written down from the partner’s words' },
    state: { proposed: 'awaits confirmation', accepted: 'in force', declined: 'not confirmed' },
    accept: 'Confirm the waiver',
    acceptText:
      '{{sum}} leaves what we owe and stands in the statement of the month. Only a new entry could bring it back. In the economy of the class what was accrued stays a cost: the sales were made.',
    accepted: 'In force: the accounts are closed',
    decline: 'Do not confirm',
    declineText: 'We still owe it, and the accounts with the partner stay open.',
    own: {
      title: 'The rest of the money',
      owed: 'We owe you {{sum}}',
      pay: 'We want to pay it. If that cannot be done or is not needed, you may give the rest up.',
      give: 'Give up the rest',
      giveText:
        'You give up {{sum}}. We will no longer owe it to you, and your statement of the month will say so.',
      done: 'Written down: you gave up the rest',
      given: 'On {{day}} you gave up the rest: {{sum}}.',
    },
  },
} as const;
