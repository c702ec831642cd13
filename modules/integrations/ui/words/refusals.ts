export const refusals = {
  ru: {
    no_source: {
      what: 'Такого приёма оплат нет или он выключен.',
      change: 'Проверьте адрес в настройках, в разделе «Приём оплат».',
    },
    too_many_sources: {
      what: 'Источников уже {{limit}}.',
      change: 'Пользуйтесь одним из них: адрес один для всех сообщений.',
    },
    intake_refused: {
      what: 'Это сообщение не от платёжной системы: {{because}}.',
      change: 'Сверьте секрет в настройках приёма и у платёжной системы.',
    },
    provider_silent: {
      what: 'Платёжная система не ответила, и оплата не подтверждена.',
      change: 'Она сообщит об оплате ещё раз сама.',
    },
    play_among_sales: {
      what: 'В компании уже есть свои продажи, пробная исказила бы настоящие цифры.',
      change: 'Сыграть продажу можно в демо-компании или пока своих продаж нет.',
    },
    play_stands: {
      what: 'Проба уже сыграна и стоит в учёте.',
      change: 'Уберите её, и можно будет сыграть ещё раз.',
    },
    no_play: { what: 'Убирать нечего: проба не сыграна или уже убрана.', change: 'Обновите страницу.' },
    play_leads_nowhere: {
      what: 'Ссылкам пока некуда вести.',
      change: 'Разрешите хотя бы один адрес в настройках ссылок.',
    },
    no_import: { what: 'Такой загрузки нет.', change: 'Возможно, ссылка устарела.' },
    file_too_large: {
      what: 'Файл больше {{megabytes}} МБ.',
      change: 'Разделите его на части: уже записанное второй раз не запишется.',
    },
    file_is_empty: {
      what: 'Файл пуст.',
      change: 'Проверьте, что выгрузка закончилась, и загрузите её ещё раз.',
    },
    old_excel: {
      what: 'Это старый формат Excel (XLS).',
      change: 'Сохраните файл как XLSX или CSV и загрузите снова.',
    },
    archive_broken: { what: 'Архив повреждён и не раскрывается.', change: 'Загрузите сам файл, без архива.' },
    not_a_table: { what: 'В файле не нашлось таблицы.', change: 'Нужен CSV или XLSX с заголовками колонок.' },
    file_is_gone: { what: 'Самого файла уже нет.', change: 'Загрузите его ещё раз.' },
    column_missing: {
      what: 'В файле нет колонки «{{column}}».',
      change: 'Выберите другую колонку для этого поля.',
    },
    field_unmapped: {
      what: 'Не указано, где поле «$t(integrations:field.{{field}})».',
      change: 'Выберите для него колонку: без него строка ничего не значит.',
    },
    quantity_needs_price: {
      what: 'Есть количество, но нет ни цены, ни суммы.',
      change: 'Укажите колонку с ценой или с суммой.',
    },
    grouping_needs_number: {
      what: 'Строки не собрать в счета: нет колонки с номером.',
      change: 'Укажите колонку «Номер» или снимите галочку.',
    },
    cannot_check: {
      what: 'Сейчас проверить нельзя.',
      change: 'Обновите страницу: файл уже в работе или загружен.',
    },
    cannot_apply: {
      what: 'Сейчас загрузить нельзя.',
      change: 'Сначала проверьте файл; если он уже в работе, дождитесь её конца.',
    },
    cannot_stop: { what: 'Останавливать нечего.', change: 'Обновите страницу: работа уже закончилась.' },
    cannot_undo: {
      what: 'Сейчас отменить нельзя.',
      change: 'Отменяется только то, что записано. Если идёт работа, сначала остановите её.',
    },
    directory_stays: {
      what: 'Партнёры и клиенты остаются: их уже могут знать соглашения и продажи.',
      change: 'Загрузите исправленный файл: записанное с теми же номерами обновится.',
    },
    cannot_cancel: {
      what: 'Убрать файл нельзя: из него уже записано.',
      change: 'Отмените загрузку, записанное снимется.',
    },
    unknown_kind: 'Непонятно, о чём файл.',
    no_file: 'Такого файла нет.',
    mapping_malformed: { what: 'Описание колонок не читается.', change: 'Выберите колонки заново.' },
  },
  en: {
    no_source: {
      what: 'There is no such intake, or it is switched off.',
      change: 'Check the address under Settings, “Taking payments”.',
    },
    too_many_sources: {
      what: 'There are {{limit}} sources already.',
      change: 'Use one of them: one address takes all messages.',
    },
    intake_refused: {
      what: 'This message is not the provider’s: {{because}}.',
      change: 'Compare the secret here with the one at the provider.',
    },
    provider_silent: {
      what: 'The provider did not answer, and the payment is not confirmed.',
      change: 'It tells of the payment again by itself.',
    },
    play_among_sales: {
      what: 'The company has sales of its own, and a trial one would distort real figures.',
      change: 'A sale is played in the demo company, or while there are no sales yet.',
    },
    play_stands: {
      what: 'A trial has been played and stands in the books.',
      change: 'Take it back, and another one can be played.',
    },
    no_play: {
      what: 'There is nothing to take back: no trial was played, or it is gone already.',
      change: 'Reload the page.',
    },
    play_leads_nowhere: {
      what: 'Links have nowhere to lead yet.',
      change: 'Allow at least one address in the settings of links.',
    },
    no_import: { what: 'There is no such import.', change: 'The link may be old.' },
    file_too_large: {
      what: 'The file is larger than {{megabytes}} MB.',
      change: 'Split it: what is written already is not written twice.',
    },
    file_is_empty: {
      what: 'The file is empty.',
      change: 'See that the export is finished and upload it again.',
    },
    old_excel: {
      what: 'This is the old Excel format (XLS).',
      change: 'Save it as XLSX or CSV and upload it again.',
    },
    archive_broken: {
      what: 'The archive is broken and cannot be opened.',
      change: 'Upload the file itself.',
    },
    not_a_table: {
      what: 'No table was found in the file.',
      change: 'It must be CSV or XLSX with a header line.',
    },
    file_is_gone: { what: 'The file itself is gone.', change: 'Upload it again.' },
    column_missing: {
      what: 'The file has no column “{{column}}”.',
      change: 'Choose another column for this field.',
    },
    field_unmapped: {
      what: 'No column is given for “$t(integrations:field.{{field}})”.',
      change: 'Choose one: without it a row means nothing.',
    },
    quantity_needs_price: {
      what: 'There is a quantity but neither price nor amount.',
      change: 'Give the column of the price or of the amount.',
    },
    grouping_needs_number: {
      what: 'Rows cannot be gathered into invoices: there is no number column.',
      change: 'Give the column “Number” or untick the box.',
    },
    cannot_check: {
      what: 'It cannot be checked now.',
      change: 'Reload the page: the file is at work or imported already.',
    },
    cannot_apply: {
      what: 'It cannot be imported now.',
      change: 'Check the file first; if it is at work, wait for the end.',
    },
    cannot_stop: { what: 'There is nothing to stop.', change: 'Reload the page: the work is over.' },
    cannot_undo: {
      what: 'It cannot be undone now.',
      change: 'Only what was written is undone. If it is at work, stop it first.',
    },
    directory_stays: {
      what: 'Partners and clients stay: agreements and sales may know them by now.',
      change: 'Import a corrected file: what stands under the same numbers is updated.',
    },
    cannot_cancel: {
      what: 'The file cannot be removed: some of it is written.',
      change: 'Undo the import, and what was written is taken back.',
    },
    unknown_kind: 'It is not clear what the file is about.',
    no_file: 'There is no such file.',
    mapping_malformed: {
      what: 'The description of columns cannot be read.',
      change: 'Choose the columns again.',
    },
  },
};
