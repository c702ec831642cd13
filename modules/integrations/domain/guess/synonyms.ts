import type { ImportKind } from '../../contract/kinds.ts';

type Synonyms = Readonly<Record<string, readonly string[]>>;

/** Names in order of how surely they mean the field, parted by `|`. */
function list(names: string): string[] {
  return names.split('|').map((name) => name.trim());
}

/** What people and programs call the number, the client and the partner in any file. */
const EMAIL =
  list(`email | e-mail | mail | email address | почта | эл почта | электронная почта | емейл | имейл |
    рабочий email`);
const PHONE =
  list(`phone | phone number | tel | telephone | mobile | телефон | тел | номер телефона | рабочий телефон |
    мобильный`);
const TAX = list('tax number | tax id | vat id | inn | инн | инн клиента | инн партнера');
const COUNTRY = list('country | country code | страна | код страны');
const CITY = list('city | town | город');
const CURRENCY = list('currency | currency code | валюта | код валюты');
const SALE_NUMBER =
  list(`invoice | invoice id | invoice no | invoice number | order | order id | order number | order no |
    deal id | sale id | transaction id | payment id | charge id | number | no | id | key | external id |
    номер | № | номер счета | счет | номер заказа | заказ | номер сделки | id сделки | номер платежа |
    id платежа | номер документа | накладная | продажа | чек | номер чека`);
const CLIENT_NUMBER =
  list(`customer | customer id | customerid | client id | client | customer key | customer external key |
    user id | account id | customer no | код клиента | id клиента | номер клиента | клиент id | код
    покупателя | id компании | id контакта | лицевой счет`);
const CLIENT_NAME =
  list(`customer name | client name | company | company name | account | account name | buyer | клиент | имя
    клиента | название клиента | наименование клиента | покупатель | компания | контрагент | заказчик |
    основной контакт | контакт | плательщик`);
const PARTNER =
  list(`partner | partner name | partner key | partner id | partner email | partnership | affiliate |
    affiliate email | affiliate name | promoter | promoter email | referrer | referred by | source
    partner | партнер | имя партнера | название партнера | код партнера | id партнера | кто привел |
    привел | рекомендовал | от кого | агент | реферер | кто рекомендовал`);
const CODE =
  list(`code | promo code | promocode | coupon | coupon code | ref code | referral code | ref id | link
    token | token | via | ref | промокод | промо код | купон | реферальный код | код | рефкод`);
const SUM =
  list(`amount | total | sum | revenue | sale amount | order total | subtotal | price total | paid | amount
    paid | net amount | value | total amount | сумма | сумма сделки | сумма заказа | сумма оплаты |
    оплачено | итого | бюджет | выручка | сумма платежа | сумма счета | стоимость | сумма продажи`);
const MOMENT =
  list(`date | paid at | payment date | order date | orderdate | invoice date | created at | created |
    charged at | closed at | close date | ts | time | timestamp | datetime | transaction date | sale
    date | дата | дата оплаты | дата продажи | дата заказа | дата платежа | дата сделки | дата закрытия
    | дата и время | время | дата счета | дата завершения | дата документа | дата закрытия сделки`);
const QUANTITY = list(
  `quantity | qty | count | units | order qty | orderqty | количество | кол-во | кол во | колво | шт`,
);
const PRICE = list(
  `price | unit price | unitprice | item price | цена | цена за единицу | цена за шт | цена за штуку`,
);
const PRODUCT =
  list(`product | product name | product key | plan | item | product id | товар | продукт | тариф | услуга |
    номенклатура | наименование товара | название сделки`);

export const SYNONYMS: Readonly<Record<ImportKind, Synonyms>> = {
  partners: {
    name: list(`name | partner | partner name | company | company name | full name | affiliate | promoter |
    partnership | название | имя | партнер | наименование | название партнера | имя партнера | фио |
    компания | организация`),
    externalId:
      list(`id | partner id | partner key | key | external id | affiliate id | promoter id | partner code | код
    | код партнера | номер | id партнера`),
    class: list('class | reporting class | класс | класс учета'),
    kind: list('kind | type | partner type | group | вид | тип | вид партнера | тип партнера | категория'),
    scheme:
      list(`scheme | campaign | programme | program | reward | commission plan | схема | схема вознаграждения |
    программа | условия | тариф партнера`),
    agreementDate:
      list(`agreement date | start date | joined | joined at | signed | since | created at | approved at | дата
    договора | договор от | дата начала | дата подключения | начало работы | работаем с`),
    agreementNumber: list(
      `agreement | agreement number | contract | contract number | номер договора | договор | № договора`,
    ),
    code: [...CODE.filter((name) => name !== 'код' && name !== 'code'), ...list('partner code')],
    purpose:
      list(`purpose | why together | description | about | зачем мы вместе | кто он и зачем мы вместе | описание
    | о партнере`),
    email: EMAIL,
    phone: PHONE,
    taxNumber: TAX,
    country: COUNTRY,
    city: CITY,
    site: list('site | website | url | web | сайт | ссылка'),
  },
  clients: {
    externalId: [
      ...list('id | key | external id | uid | stripe customer id | номер | код'),
      ...CLIENT_NUMBER,
    ],
    name: [
      ...list('name | full name | название | имя | фио | наименование | название компании | организация'),
      ...CLIENT_NAME,
    ],
    partner: [...PARTNER, ...list('keeper | owner partner | закреплен за')],
    partnerSince:
      list(`since | referred at | became lead at | joined at | created at | created | registered | закреплен с |
    дата закрепления | дата регистрации | дата создания | дата`),
    email: [...EMAIL, ...list('customer email | referral email | email клиента')],
    phone: PHONE,
    taxNumber: TAX,
    country: COUNTRY,
    segment: list('segment | category | industry | сегмент | отрасль | категория | сфера'),
  },
  sales: {
    externalId: SALE_NUMBER,
    occurredAt: MOMENT,
    amount: SUM,
    quantity: QUANTITY,
    price: PRICE,
    currency: CURRENCY,
    clientExternalId: CLIENT_NUMBER,
    clientName: CLIENT_NAME,
    partner: PARTNER,
    code: CODE,
    product: PRODUCT,
    sku: list('sku | stock code | stockcode | article | item code | productid | артикул | код товара'),
    vat: list(`vat | tax | tax amount | vat amount | taxamt | ндс | сумма ндс | в т ч ндс | в том числе ндс`),
    cost: list('cost | cogs | себестоимость | закупка | закупочная цена'),
    list: list(
      `list price | full price | price before discount | цена без скидки | сумма без скидки | прайс`,
    ),
    saleExternalId:
      list(`original invoice | original order | refund of | parent id | исходный счет | возврат по | номер
    исходного счета`),
    type: list(`type | document type | operation | kind | тип | вид операции | тип операции | вид документа |
    операция`),
  },
  refunds: {
    externalId:
      list(`refund id | credit note | credit note id | return id | номер возврата | id возврата | возврат |
    корректировка | id | number | key | номер | №`),
    occurredAt: [...list('refunded at | refund date | return date | дата возврата'), ...MOMENT],
    amount: [...list('refund amount | amount refunded | refund | сумма возврата | возвращено'), ...SUM],
    quantity: QUANTITY,
    price: PRICE,
    currency: CURRENCY,
    saleExternalId:
      list(`sale | sale id | invoice | invoice id | order | order id | charge id | payment id | transaction |
    transaction id | original invoice | номер счета | номер заказа | заказ | продажа | id сделки | номер
    продажи | id платежа | исходный счет`),
    clientExternalId: [...CLIENT_NUMBER, ...list('клиент')],
    reason: list('reason | comment | note | причина | комментарий | основание | причина возврата'),
  },
  costs: {
    externalId: list('id | number | document | external id | номер | № | документ | номер документа'),
    occurredOn: list('date | cost date | paid on | month | дата | дата расхода | дата затрат | период'),
    amount: list(
      `amount | cost | sum | expense | spend | total | сумма | расход | затраты | стоимость | сумма расхода`,
    ),
    currency: CURRENCY,
    partner: PARTNER,
    class: list('class | reporting class | класс | класс учета'),
    kind: list(
      `kind | type | category | cost type | вид | тип | статья | статья затрат | вид расхода | категория`,
    ),
    hours: list('hours | time spent | часы | часов'),
    note: list('note | comment | description | purpose | комментарий | описание | назначение | за что'),
  },
};

/** A header as it is compared: `Сумма, ₽` and `сумма` are one, `Paid_At` and `paidAt` too. */
export function normalise(header: string): string {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\((?:[^)]*)\)/g, ' ')
    .replace(/[_./\\:,;"'`*#|-]+/g, ' ')
    .replace(/\s(₽|руб|rub|usd|eur|gbp|\$|€|£)$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}
