export const stopList = {
  ru: {
    nav: {},
    actions: {},
    stopList: {},
    seen: {
      not_stop_listed: 'В стоп-листе нет ни такого ИНН, ни телефона, ни почты, ни домена, ни имени',
      stop_reason: 'Причина и подтверждение записаны в стоп-листе',
      two_people: 'Предложил один, подтвердил другой',
    },
    missing: {
      stop_listed:
        'Он в стоп-листе: совпало больше, чем имя. Работать нельзя, пока двое не снимут его с листа',
      called_like_stop_listed: 'Зовут как того, кто в стоп-листе. Если это другой – скажите, откуда известно',
      no_stop_reason: 'Предложите его в стоп-лист: причина и подтверждение',
      no_second_person: 'Второй человек ещё не подтвердил: нужны руководитель и собственник',
    },
    refusals: {
      stop_unknown: 'Такой записи в стоп-листе нет',
      stop_exists: 'Этот партнёр уже предложен или уже в стоп-листе',
      stop_decided: 'По этой записи уже решили',
      stop_not_in_force: 'Снимают только то, что в силе и ещё не предложено снять',
      stop_not_asked: 'Снять эту запись никто не предлагал',
      owner_decides: 'Один из двоих – собственник: пусть решит он',
      not_alike: 'Этот партнёр не похож на эту запись стоп-листа',
      surely_the_same: 'Совпало больше, чем имя: это он. Снять запись могут двое',
    },
  },
  en: {
    nav: {},
    actions: {},
    stopList: {},
    seen: {
      not_stop_listed: 'The stop list holds no such tax number, telephone, e-mail, domain or name',
      stop_reason: 'The reason and its evidence are on the stop list',
      two_people: 'One proposed, another approved',
    },
    missing: {
      stop_listed:
        'It is on the stop list: more than the name is the same. No work until two people take it off',
      called_like_stop_listed:
        'It is called like one on the stop list. If it is somebody else, say how it is known',
      no_stop_reason: 'Propose it for the stop list: a reason and its evidence',
      no_second_person: 'The second person has not approved: it takes a head and an owner',
    },
    refusals: {
      stop_unknown: 'There is no such entry on the stop list',
      stop_exists: 'This partner is proposed or on the stop list already',
      stop_decided: 'This entry was decided already',
      stop_not_in_force: 'Only what is in force and not asked off yet can be taken off',
      stop_not_asked: 'Nobody proposed to take this entry off',
      owner_decides: 'One of the two is an owner: let the owner decide',
      not_alike: 'This partner is not like this entry of the stop list',
      surely_the_same: 'More than the name is the same: it is them. Two people may take the entry off',
    },
  },
};
