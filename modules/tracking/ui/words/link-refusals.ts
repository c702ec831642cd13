/** Why a link is not made or changed, and what would change it. */
export const linkRefusals = {
  ru: {
    link_before_rules: {
      what: 'Условия ещё не приняты обеими сторонами.',
      change: 'Партнёрство без правил – чужой план за ваш счёт: сначала пусть обе стороны примут версию.',
    },
    links_too_often: {
      what: 'За час вы сделали слишком много ссылок.',
      change: 'Одну ссылку можно ставить в нескольких местах. Новую сделаете через час.',
    },
    link_key_taken: {
      what: 'Адрес «{{key}}» уже выдан.',
      change: 'Он остаётся за своим партнёром навсегда: придумайте другой или оставьте поле пустым.',
    },
    link_key_reserved: {
      what: 'Адрес «{{key}}» занят самой программой.',
      change: 'Придумайте другой или оставьте поле пустым.',
    },
    link_unknown: { what: 'Такой ссылки нет.', change: 'Обновите страницу.' },
    link_archived: {
      what: 'Ссылка остановлена.',
      change: 'Остановленную не меняют: создайте новую.',
    },
    followed_unknown: {
      what: 'Ни ссылки, ни кода «{{key}}» нет.',
      change: 'Проверьте via или ref в адресе страницы.',
    },
    origin_not_allowed: {
      what: 'Со страниц {{origin}} о переходах не сообщают.',
      change: 'Сайт должен быть в списке, куда могут вести ссылки.',
      who: 'Список сайтов меняет руководитель в настройках ссылок.',
    },
    page_tells_now: {
      what: 'Страница сообщает о переходе, который был не сейчас: {{at}}.',
      change: 'О прежних переходах сообщает сервер, со своим секретным ключом.',
    },
    told_differently: {
      what: 'Это уже сообщали, но другими словами: {{key}}.',
      change:
        'Один и тот же факт передают одинаково. Если это другой факт, дайте ему свой номер; если прежний был ошибкой, отмените его возвратом.',
    },
    link_expires_in_past: {
      what: 'Срок ссылки уже прошёл.',
      change: 'Назовите день в будущем или уберите срок.',
    },
    destination_not_allowed: {
      what: 'На {{host}} ссылки не ведут.',
      change: 'Разрешены: {{allowed}}.',
      who: 'Список сайтов меняет руководитель в настройках ссылок.',
    },
    domain_unknown: {
      what: 'На {{domain}} ссылки не открываются.',
      change: 'Выберите адрес из списка.',
      who: 'Список адресов меняет руководитель в настройках ссылок.',
    },
    host_malformed: {
      what: '«{{host}}» – не адрес сайта.',
      change: 'Напишите его как в строке браузера: shop.ru.',
    },
    destination_in_use: {
      what: 'На {{host}} ведут действующие ссылки.',
      change: 'Сначала остановите их или направьте на другой сайт.',
    },
    domain_in_use: {
      what: 'На {{domain}} открываются действующие ссылки.',
      change: 'Сначала остановите их.',
    },
    domain_taken: {
      what: 'Адрес {{domain}} уже занят другой компанией.',
      change: 'Возьмите другой адрес.',
    },
    discount_beyond_stage: {
      what: 'Пока партнёр в запуске или пилоте, такую скидку его код не даёт.',
      change: 'Уменьшите скидку: предел виден на карточке партнёра.',
      who: 'Пределы меняет руководитель в настройках.',
    },
    price_below_floor: {
      what: 'Вместе с другими скидками цена падает ниже разрешённой.',
      change: 'Уменьшите скидку или пусть код действует вместо других скидок.',
      who: 'Нижнюю цену задаёт руководитель в настройках ссылок и кодов.',
    },
  },
  en: {
    link_before_rules: {
      what: 'Both sides have not accepted the terms yet.',
      change:
        'A partnership without rules is somebody else’s plan at your cost: let both sides accept a version first.',
    },
    links_too_often: {
      what: 'You made too many links within an hour.',
      change: 'One link may stand in several places. Make a new one in an hour.',
    },
    link_key_taken: {
      what: 'The address {{key}} is given already.',
      change: 'It stays its partner’s for ever: think of another or leave the field empty.',
    },
    link_key_reserved: {
      what: 'The address {{key}} is used by the program itself.',
      change: 'Think of another or leave the field empty.',
    },
    link_unknown: { what: 'There is no such link.', change: 'Reload the page.' },
    link_archived: { what: 'The link is stopped.', change: 'A stopped one is not changed: make a new one.' },
    followed_unknown: {
      what: 'There is neither a link nor a code {{key}}.',
      change: 'Check via or ref in the address of the page.',
    },
    origin_not_allowed: {
      what: 'Pages of {{origin}} may not tell clicks.',
      change: 'The site has to be among those that links may lead to.',
      who: 'The head changes the list of sites in the settings of links.',
    },
    page_tells_now: {
      what: 'A page tells a click that is not of now: {{at}}.',
      change: 'Earlier clicks are told by a server, with its secret key.',
    },
    told_differently: {
      what: 'This was told before in other words: {{key}}.',
      change:
        'One fact is told in one way. If it is another fact, give it its own number; if the first was a mistake, take it back by a refund.',
    },
    link_expires_in_past: {
      what: 'The link would have ended already.',
      change: 'Name a day to come, or take the end away.',
    },
    destination_not_allowed: {
      what: 'Links do not lead to {{host}}.',
      change: 'Allowed: {{allowed}}.',
      who: 'The head changes the list of sites in the settings of links.',
    },
    domain_unknown: {
      what: 'Links do not answer at {{domain}}.',
      change: 'Choose an address from the list.',
      who: 'The head changes the list of addresses in the settings of links.',
    },
    host_malformed: {
      what: '{{host}} is no address of a site.',
      change: 'Write it as a browser shows it: shop.com.',
    },
    destination_in_use: {
      what: 'Working links lead to {{host}}.',
      change: 'Stop them first, or lead them to another site.',
    },
    domain_in_use: { what: 'Working links answer at {{domain}}.', change: 'Stop them first.' },
    domain_taken: {
      what: 'The address {{domain}} belongs to another company already.',
      change: 'Take another address.',
    },
    discount_beyond_stage: {
      what: 'While the partner is in launch or pilot, its code gives no such discount.',
      change: 'Lower the discount: the limit is on the card of the partner.',
      who: 'The head changes limits in the settings.',
    },
    price_below_floor: {
      what: 'Together with other discounts the price falls below what is allowed.',
      change: 'Lower the discount, or let the code stand instead of other discounts.',
      who: 'The head sets the lowest price in the settings of links and codes.',
    },
  },
};
