/** What was returned. */
export const refunds = {
  ru: {
    refunds: {
      title: 'Что вернули и что ещё ждёт своей продажи',
      answer:
        'Возврат снимает вознаграждение соразмерно возвращённому. Возврат без продажи не теряется, он ждёт её здесь.',
      number: 'Номер',
      sale: 'Продажа',
      openSale: 'Открыть',
      toClient: 'Клиенту в целом',
      amount: 'Вернули',
      state: 'Нашёл ли продажу',
      matched: 'Нашёл',
      unmatched: 'Ждёт продажу',
      none: 'Возвратов нет',
      allMatched: 'Все возвраты нашли свою продажу',
      noneText: 'Возврат записывают на странице сделки; ещё они приходят из файла оплат и из API.',
    },
    refund: {
      consequence:
        'Вознаграждение уменьшится соразмерно возвращённому – новым начислением со знаком минус. Прежние записи останутся как были.',
      number: 'Номер возврата',
      numberNote: 'По нему возврат узнаётся: второй раз он не запишется.',
      amount: 'Сколько вернули, {{currency}}',
      left: 'Не больше {{sum}}: столько ещё не возвращено',
      day: 'День возврата',
      reason: 'Почему вернули',
      save: 'Записать',
      done: 'Возврат записан',
      known: 'Возврат с этим номером уже записан.',
      needNumber: 'Без номера нельзя отличить возврат от повторного.',
      tooMuch: 'Вернуть можно не больше того, что осталось от оплаты.',
    },
  },
  en: {
    refunds: {
      title: 'What was returned, and what still waits for its sale',
      answer:
        'A refund takes back the reward in proportion. One without its sale is not lost, it waits for it here.',
      number: 'Number',
      sale: 'Sale',
      openSale: 'Open',
      toClient: 'To the client as a whole',
      amount: 'Returned',
      state: 'Has it found its sale',
      matched: 'Found',
      unmatched: 'Waits for its sale',
      none: 'No refunds',
      allMatched: 'Every refund has found its sale',
      noneText:
        'A refund is recorded on the page of its deal; others come from the file of payments and the API.',
    },
    refund: {
      consequence:
        'The reward shrinks in proportion, by a new accrual with a minus. What was recorded before stays as it was.',
      number: 'Number of the refund',
      numberNote: 'The refund is known by it: it is not recorded twice.',
      amount: 'Amount returned, {{currency}}',
      left: 'At most {{sum}}: this much has not been returned yet',
      day: 'Day of the refund',
      reason: 'Why it was returned',
      save: 'Record',
      done: 'The refund is recorded',
      known: 'A refund with this number is recorded already.',
      needNumber: 'Without a number a refund cannot be told from its repeat.',
      tooMuch: 'No more can be returned than is left of the payment.',
    },
  },
};
