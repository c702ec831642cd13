/**
 * What is wrong with a line, for files that leave the program (the list of errors, the command line). The screens
 * say the same by the words of `ui/words.ts`.
 */
type Say = (params: Readonly<Record<string, unknown>>) => string;

const RU: Readonly<Record<string, Say>> = {
  'integrations.quote_not_closed': (p) => `Кавычка открыта и не закрыта: ${p['text']}`,
  'integrations.line_too_long': () => 'Строка длиннее миллиона знаков',
  'integrations.wrong_number_of_cells': (p) => `Ячеек ${p['found']}, а колонок ${p['expected']}`,
  'integrations.cell_empty': (p) => `Пусто в колонке «${p['column']}»`,
  'integrations.text_too_long': (p) =>
    `Слишком длинный текст в колонке «${p['column']}»: больше ${p['characters']} знаков`,
  'integrations.unreadable_characters': (p) => `Нечитаемые знаки в колонке «${p['column']}»: ${p['text']}`,
  'integrations.unknown_word': (p) =>
    `Непонятное значение в колонке «${p['column']}»: ${p['text']}. Известны: ${p['known']}`,
  'integrations.not_a_date': (p) => `Не дата в колонке «${p['column']}»: ${p['text']}`,
  'integrations.not_an_amount': (p) => `Не число в колонке «${p['column']}»: ${p['text']}`,
  'integrations.not_four_places': (p) =>
    `Не число или больше четырёх знаков после запятой в колонке «${p['column']}»: ${p['text']}`,
  'integrations.amount_too_large': () => 'Сумма слишком велика',
  'integrations.not_a_currency': (p) => `Не валюта в колонке «${p['column']}»: ${p['text']}`,
  'integrations.cost_below_zero': () => 'Расход меньше нуля',
  'integrations.vat_beyond_amount': (p) => `НДС продажи ${p['number']} больше её суммы или другого знака`,
  'integrations.invoice_disagrees': (p) => `Строки счёта ${p['number']} расходятся в клиенте или валюте`,
  'integrations.invoice_has_bad_line': (p) =>
    `Счёт ${p['number']} ждёт: в нём не читается строка ${p['line']}`,
  'integrations.number_repeated': (p) => `Номер ${p['number']} уже был в строке ${p['first']}`,
  'integrations.sale_below_zero': (p) => `Продажа ${p['number']} меньше нуля, а правила возврата нет`,
  'integrations.credit_above_zero': (p) =>
    `Возврат ${p['number']} больше нуля, хотя возвраты в файле отрицательны`,
  'integrations.credit_below_zero': (p) =>
    `Возврат ${p['number']} меньше нуля, хотя возвраты в файле положительны`,
  'integrations.recorded_otherwise': (p) => `${p['number']} уже записана с другой суммой; оставлена как была`,
  'integrations.partner_unknown': (p) => `Партнёр «${p['name']}» не записан`,
  'integrations.scheme_unknown': (p) => `Схемы «${p['name']}» нет`,
  'directory.keeper_unknown': (p) => `Партнёр «${p['keeper']}» не записан`,
  'directory.client_is_kept': (p) => `Клиент «${p['client']}» уже закреплён за другим партнёром`,
  'directory.name_is_ambiguous': (p) => `Партнёров с именем «${p['name']}» несколько`,
};

const EN: Readonly<Record<string, Say>> = {
  'integrations.quote_not_closed': (p) => `A quote is opened and never closed: ${p['text']}`,
  'integrations.line_too_long': () => 'The line is longer than a million characters',
  'integrations.wrong_number_of_cells': (p) => `${p['found']} cells for ${p['expected']} columns`,
  'integrations.cell_empty': (p) => `Nothing in column “${p['column']}”`,
  'integrations.text_too_long': (p) =>
    `Text in column “${p['column']}” is longer than ${p['characters']} characters`,
  'integrations.unreadable_characters': (p) =>
    `Unreadable characters in column “${p['column']}”: ${p['text']}`,
  'integrations.unknown_word': (p) =>
    `Unknown value in column “${p['column']}”: ${p['text']}. Known: ${p['known']}`,
  'integrations.not_a_date': (p) => `Not a date in column “${p['column']}”: ${p['text']}`,
  'integrations.not_an_amount': (p) => `Not a number in column “${p['column']}”: ${p['text']}`,
  'integrations.not_four_places': (p) =>
    `Not a number of at most four decimals in column “${p['column']}”: ${p['text']}`,
  'integrations.amount_too_large': () => 'The amount is too large',
  'integrations.not_a_currency': (p) => `Not a currency in column “${p['column']}”: ${p['text']}`,
  'integrations.cost_below_zero': () => 'A cost below zero',
  'integrations.vat_beyond_amount': (p) =>
    `VAT of sale ${p['number']} exceeds its amount or has the other sign`,
  'integrations.invoice_disagrees': (p) => `Lines of invoice ${p['number']} differ in client or currency`,
  'integrations.invoice_has_bad_line': (p) =>
    `Invoice ${p['number']} waits: its line ${p['line']} cannot be read`,
  'integrations.number_repeated': (p) => `Number ${p['number']} was in line ${p['first']} already`,
  'integrations.sale_below_zero': (p) => `Sale ${p['number']} is below zero and no rule makes it a return`,
  'integrations.credit_above_zero': (p) =>
    `Credit ${p['number']} is above zero where credits of the file are negative`,
  'integrations.credit_below_zero': (p) =>
    `Credit ${p['number']} is below zero where credits of the file are positive`,
  'integrations.recorded_otherwise': (p) =>
    `${p['number']} is recorded already with another amount and was left as it was`,
  'integrations.partner_unknown': (p) => `No partner “${p['name']}”`,
  'integrations.scheme_unknown': (p) => `No scheme “${p['name']}”`,
  'directory.keeper_unknown': (p) => `No partner “${p['keeper']}”`,
  'directory.client_is_kept': (p) => `Client “${p['client']}” is kept by another partner already`,
  'directory.name_is_ambiguous': (p) => `Several partners are called “${p['name']}”`,
};

/** A code of a neighbour without words here is said as it is, with its parameters. */
export function sayError(
  language: 'ru' | 'en',
  code: string,
  params: Readonly<Record<string, unknown>>,
): string {
  const say = (language === 'ru' ? RU : EN)[code];
  return say ? say(params) : `${code} ${JSON.stringify(params)}`;
}
