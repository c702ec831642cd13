export const refusals = {
  ru: {
    no_such_sale: 'Такой продажи нет, или она вас не касается.',
    no_such_deal: 'Такой сделки нет, или она вас не касается.',
    no_claim: 'Такого спора нет, или он вас не касается.',
    wants_nothing: {
      what: 'Не сказано, за кого спор.',
      change: 'Выберите партнёра, или оспорьте так: «продали сами».',
    },
    too_late_to_contest: {
      what: 'Оспорить можно было до {{last}}.',
      change: 'Срок стоит в правилах «кто привёл»; новое решение открывает его снова.',
    },
    contested_already: {
      what: 'Эта продажа уже оспорена той же стороной.',
      change: 'Добавьте сказанное в открытый спор.',
    },
    claim_is_over: 'Спор уже закончен.',
    ruled_without_agreement: {
      what: 'На день продажи ({{day}}) у партнёра не было действующего соглашения с запуском.',
      change: 'Отдать ему продажу нельзя: выберите других или решите, что продали сами.',
    },
    policy_is_the_same: 'Эти правила и так действуют.',
    no_policy_draft: 'Черновика правил нет.',
    author_cannot_publish: {
      what: 'Кто написал правила, тот их не вводит.',
      who: 'Ввести может другой собственник или руководитель.',
    },
  },
  en: {
    no_such_sale: 'There is no such sale, or it does not concern you.',
    no_such_deal: 'There is no such deal, or it does not concern you.',
    no_claim: 'There is no such claim, or it does not concern you.',
    wants_nothing: {
      what: 'It is not said for whom.',
      change: 'Choose a partner, or contest it as “we sold it ourselves”.',
    },
    too_late_to_contest: {
      what: 'It could be contested up to {{last}}.',
      change: 'The term stands in the rules of who brought; a new decision opens it again.',
    },
    contested_already: {
      what: 'The same side contests this sale already.',
      change: 'Add what there is to say to the open claim.',
    },
    claim_is_over: 'The claim is over.',
    ruled_without_agreement: {
      what: 'On the day of the sale ({{day}}) the partner had no launched agreement in force.',
      change: 'It cannot be given the sale: choose others, or decide that we sold it ourselves.',
    },
    policy_is_the_same: 'These rules are in force already.',
    no_policy_draft: 'There is no draft of the rules.',
    author_cannot_publish: {
      what: 'Who wrote the rules does not put them in force.',
      who: 'Another owner or head may.',
    },
  },
} as const;
