import type { ModuleWords } from '@mosty/ui-kit';

export const refusals = {
  ru: {
    url_malformed: 'Это не адрес. Нужен полный, например https://shop.example/hooks.',
    url_not_https: 'Отправляем только на https: иначе события прочтёт кто угодно по дороге.',
    url_with_password:
      'В адресе записаны имя и пароль. Уберите их: отправитель подтверждается подписью, а не паролем.',
    no_more: 'Уже {{limit}} – больше нельзя. Уберите те, что не нужны.',
    no_endpoint: 'Такого вебхука нет. Возможно, его убрали.',
    no_postback: 'Такого постбэка нет. Возможно, его убрали.',
    no_delivery: 'Такой отправки нет: журнал хранится 90 дней.',
    endpoint_off: 'Адрес выключен. Включите его, и отправка пойдёт.',
    period_wrong: 'Период должен кончаться позже, чем начался, и длиться не больше {{days}} дней.',
    field_unknown: 'Поля {{field}} мы не знаем. Есть: {{known}}.',
    field_in_host: 'Поля можно ставить в путь и параметры, но не в имя сайта.',
    too_many_feeds: 'Ленту уже смотрят {{limit}} окон. Закройте лишние.',
  },
  en: {
    url_malformed: 'This is not an address. It takes a whole one, such as https://shop.example/hooks.',
    url_not_https: 'We send to https only: anybody on the way could read events otherwise.',
    url_with_password:
      'The address holds a name and a password. Remove them: a signature proves the sender, not a password.',
    no_more: 'There are {{limit}} already, and no more may be. Remove those nobody needs.',
    no_endpoint: 'There is no such webhook. It may have been removed.',
    no_postback: 'There is no such postback. It may have been removed.',
    no_delivery: 'There is no such delivery: the log is kept for 90 days.',
    endpoint_off: 'The address is switched off. Switch it on, and it will be sent.',
    period_wrong: 'A period ends later than it begins and lasts {{days}} days at most.',
    field_unknown: 'We do not know the field {{field}}. There are: {{known}}.',
    field_in_host: 'Fields may stand in the path and the parameters, not in the name of the site.',
    too_many_feeds: '{{limit}} windows watch the feed already. Close some.',
  },
} as const satisfies ModuleWords;
