/** What to do about a line that cannot be taken; beside `error-words.ts`, for files that leave the program. */
const RU: Readonly<Record<string, string>> = {
  'integrations.quote_not_closed': 'Закройте кавычку или удвойте её, если она часть текста.',
  'integrations.line_too_long': 'Похоже, в файле потеряны концы строк: выгрузите его ещё раз.',
  'integrations.wrong_number_of_cells':
    'Проверьте в строке лишний или пропущенный разделитель; текст с разделителем возьмите в кавычки.',
  'integrations.cell_empty': 'Заполните ячейку или задайте значение в «Если ячейка пуста».',
  'integrations.text_too_long': 'Сократите текст.',
  'integrations.unreadable_characters': 'Выберите другую кодировку файла или исправьте ячейку.',
  'integrations.unknown_word':
    'Скажите в «Что значат слова файла», что это слово значит, или исправьте ячейку.',
  'integrations.not_a_date': 'Исправьте день или выберите в таблице колонок, как записана дата.',
  'integrations.not_an_amount': 'Оставьте в ячейке только число или выберите другой десятичный знак.',
  'integrations.not_four_places': 'Оставьте не больше четырёх знаков или укажите колонку с готовой суммой.',
  'integrations.amount_too_large': 'Проверьте десятичный знак колонки и саму сумму.',
  'integrations.not_a_currency': 'Поставьте три буквы, например RUB.',
  'integrations.cost_below_zero': 'Уберите минус или исправьте сам расход.',
  'integrations.vat_beyond_amount':
    'Проверьте колонку НДС: в ней сумма налога, а не ставка, с тем же знаком, что у суммы.',
  'integrations.invoice_disagrees': 'Исправьте клиента и валюту в строках счёта или дайте им разные номера.',
  'integrations.invoice_has_bad_line':
    'Исправьте эту строку или возьмите счёт без неё: это выбирается в правилах.',
  'integrations.number_repeated':
    'Уберите повтор. Если это строки одного счёта, отметьте «Строки с одним номером – один счёт».',
  'integrations.sale_below_zero': 'Отметьте правило возврата «Сумма меньше нуля» или исправьте сумму.',
  'integrations.credit_above_zero': 'Исправьте знак или выберите, как в файле записаны возвраты.',
  'integrations.credit_below_zero': 'Исправьте знак или выберите, как в файле записаны возвраты.',
  'integrations.recorded_otherwise':
    'Если верна новая сумма, отмените прежнюю загрузку или проведите возврат.',
  'integrations.partner_unknown': 'Заведите партнёра или исправьте имя и проверьте файл ещё раз.',
  'integrations.scheme_unknown': 'Создайте схему с таким именем или исправьте его в файле.',
  'integrations.fault':
    'Попробуйте ещё раз; если не выйдет, покажите это сообщение тому, кто ведёт установку.',
  'directory.keeper_unknown': 'Заведите партнёра или исправьте имя и проверьте файл ещё раз.',
  'directory.client_is_kept': 'Передайте клиента на его карточке или уберите партнёра из строки.',
  'directory.name_is_ambiguous': 'Назовите партнёра его кодом, а не именем.',
};

const EN: Readonly<Record<string, string>> = {
  'integrations.quote_not_closed': 'Close the quote, or double it where it is part of the text.',
  'integrations.line_too_long': 'The ends of lines seem to be lost: export the file again.',
  'integrations.wrong_number_of_cells':
    'Look for a delimiter too many or too few; put text that holds one into quotes.',
  'integrations.cell_empty': 'Fill the cell, or give a value under “Where a cell is empty”.',
  'integrations.text_too_long': 'Shorten the text.',
  'integrations.unreadable_characters': 'Choose another encoding of the file, or correct the cell.',
  'integrations.unknown_word':
    'Say under “What the words of the file mean” what it stands for, or correct the cell.',
  'integrations.not_a_date': 'Correct the day, or choose in the table of columns how dates are written.',
  'integrations.not_an_amount': 'Leave only the number in the cell, or choose the other decimal mark.',
  'integrations.not_four_places': 'Leave at most four decimals, or name a column with the amount itself.',
  'integrations.amount_too_large': 'Check the decimal mark of the column and the amount itself.',
  'integrations.not_a_currency': 'Put three letters, such as EUR.',
  'integrations.cost_below_zero': 'Take the minus away, or correct the cost.',
  'integrations.vat_beyond_amount':
    'Check the VAT column: it holds the tax itself, not its rate, with the sign of the amount.',
  'integrations.invoice_disagrees':
    'Correct client and currency in the lines of the invoice, or give them different numbers.',
  'integrations.invoice_has_bad_line':
    'Correct that line, or take the invoice without it: the rules let you choose.',
  'integrations.number_repeated':
    'Remove the repeat. If these are lines of one invoice, tick “Rows with the same number are one invoice”.',
  'integrations.sale_below_zero': 'Tick the refund rule “The amount is below zero”, or correct the amount.',
  'integrations.credit_above_zero': 'Correct the sign, or choose how the file writes refunds.',
  'integrations.credit_below_zero': 'Correct the sign, or choose how the file writes refunds.',
  'integrations.recorded_otherwise':
    'If the new amount is right, undo the earlier import or record a refund.',
  'integrations.partner_unknown': 'Add the partner or correct the name, and check the file again.',
  'integrations.scheme_unknown': 'Create a scheme of that name, or correct it in the file.',
  'integrations.fault': 'Try again; if it does not help, show this to whoever runs the installation.',
  'directory.keeper_unknown': 'Add the partner or correct the name, and check the file again.',
  'directory.client_is_kept': 'Hand the client over on their card, or take the partner out of the row.',
  'directory.name_is_ambiguous': 'Name the partner by their code rather than by name.',
};

/** Empty for a code of a neighbour that has no advice here. */
export function adviseError(language: 'ru' | 'en', code: string): string {
  return (language === 'ru' ? RU : EN)[code] ?? '';
}
