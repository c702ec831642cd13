export const pages = {
  ru: {
    nav: { imports: 'Загрузка данных', intake: 'Приём оплат' },
    actions: { upload: 'Загрузить файл', play: 'Сыграть продажу' },
    kind: {
      partners: 'Партнёры',
      clients: 'Клиенты',
      sales: 'Продажи и оплаты',
      refunds: 'Возвраты',
      costs: 'Расходы на канал',
    },
    state: {
      uploaded: 'Ждёт проверки',
      checking: 'Проверяем',
      checked: 'Проверен, не записан',
      applying: 'Записываем',
      applied: 'Загружен',
      stopped: 'Остановлен',
      undoing: 'Отменяем',
      undone: 'Отменён',
      cancelled: 'Убран',
      failed: 'Прервался',
    },
    list: {
      title: 'Что загружено и что из этого вышло',
      answer: 'Файл сначала проверяется целиком. Пока вы не нажмёте «Загрузить», ничего не записано.',
      past: 'Загруженное раньше',
      file: 'Файл',
      kind: 'О чём',
      state: 'Состояние',
      outcome: 'Что вышло',
      when: 'Когда',
      empty: 'Ничего ещё не загружали',
      emptyText:
        'Начните с выгрузки оплат из CRM, биллинга или бухгалтерии: дата, сумма, клиент и кто привёл. Колонки узнаём сами, ошибки покажем по номерам строк, загрузку можно отменить.',
    },
    outcome: {
      wrote: 'Записано: {{shown}}.',
      left: 'Не взято строк: {{shown}}.',
      would: 'Можно записать: {{shown}}.',
      bad: 'Строк с ошибками: {{shown}}.',
      undone: 'Снято обратными записями: {{shown}}.',
      cancelled: 'Ничего не записано.',
      waits: 'Проверьте колонки.',
    },
    upload: {
      title: 'Перетащите сюда файл или выберите его',
      note: 'CSV или Excel (XLSX), как его отдаёт ваша программа: кодировку, разделитель и колонки определим сами.',
      kind: 'Что в файле',
      guess: 'Определить по колонкам',
      choose: 'Выбрать файл',
      sending: 'Передаём файл «{{name}}»',
      stay: 'Пока файл передаётся, не закрывайте страницу. Дальше можно уходить.',
      stop: 'Остановить',
    },
    templates: {
      title: 'Примеры файлов',
      note: 'Если выгрузки нет, скачайте пример, заполните в Excel и загрузите: такие колонки читаются без вопросов.',
    },
    import: {
      size: '{{shown}} КБ',
      cancelled: 'Файл убран, из него ничего не записано.',
      undone: 'Загрузка отменена: {{reason}}',
      undoneNote: 'Всё, что она записала, снято обратными записями. Следы остались в журнале.',
      failedNote: {
        checking: 'Проверка прервалась, ничего не записано. Поправьте и проверьте ещё раз.',
        applying: 'Запись прервалась. Записанное осталось; продолжение не запишет ничего дважды.',
        undoing: 'Отмена прервалась. Её можно запустить ещё раз, она продолжит с того же места.',
      },
    },
    heading: {
      uploaded: 'Как читать файл «{{file}}»',
      checking: 'Что в файле «{{file}}»: проверяем',
      checked: 'Что получится, если загрузить «{{file}}»',
      applying: 'Записываем «{{file}}»',
      applied: 'Что принёс файл «{{file}}»',
      stopped: 'Файл «{{file}}» остановлен на полпути',
      undoing: 'Отменяем загрузку «{{file}}»',
      undone: 'Загрузка «{{file}}» отменена',
      cancelled: 'Файл «{{file}}» убран',
      failed: 'Файл «{{file}}» не дочитан',
    },
    work: {
      checking: 'Проверяем каждую строку',
      applying: 'Записываем проверенные строки',
      undoing: 'Снимаем записанное обратными записями',
    },
    apply: {
      go: 'Загрузить',
      goOn: 'Продолжить загрузку',
      ask: 'Записать проверенное?',
      goOnConsequence: 'Запись продолжится с того места, где остановилась. Ничего не запишется дважды.',
      consequence: {
        sales:
          'Запишем продаж и возвратов: {{shown}}. Сразу решится, кто их привёл, и начислится вознаграждение. Строк с ошибками останется в стороне: {{bad}}. Загрузку можно отменить целиком.',
        refunds:
          'Запишем возвратов: {{shown}}. Вознаграждение за возвращённое снимется соразмерно. Строк с ошибками останется в стороне: {{bad}}. Загрузку можно отменить целиком.',
        costs:
          'Запишем расходов: {{shown}}. Они войдут в окупаемость партнёров и канала. Строк с ошибками останется в стороне: {{bad}}. Загрузку можно отменить целиком.',
        clients:
          'Запишем клиентов: {{shown}}, с закреплением там, где назван партнёр. Строк с ошибками останется в стороне: {{bad}}. Такая загрузка не отменяется; исправленный файл обновит записанное.',
        partners:
          'Запишем партнёров: {{shown}}. Где указана дата договора, появится и соглашение. Строк с ошибками останется в стороне: {{bad}}. Такая загрузка не отменяется; исправленный файл обновит записанное.',
      },
    },
    stop: {
      go: 'Остановить',
      ask: 'Остановить работу?',
      check: 'Проверка прервётся, ничего не записано. Её можно начать заново.',
      apply:
        'Уже записанное останется. Загрузку можно будет продолжить с того же места или отменить целиком.',
    },
    undo: {
      go: 'Отменить загрузку',
      ask: 'Отменить загрузку «{{file}}»?',
      reason: 'Почему отменяем',
      money:
        'Записанные продажи и возвраты ({{shown}}) снимутся обратными записями вместе с начислениями за них. Ничего не сотрётся: в журнале и книге останутся обе записи. Если что-то уже выплачено, партнёр останется нам должен.',
      other:
        'Записанное этой загрузкой ({{shown}}) снимется. Ничего не сотрётся: в журнале останутся обе записи.',
    },
    forget: {
      go: 'Убрать файл',
      ask: 'Убрать файл «{{file}}»?',
      consequence:
        'Из него ничего не записано. Сам файл и его проверка сотрутся; загрузить его снова можно в любой день.',
      done: 'Файл убран',
    },
  },
  en: {
    nav: { imports: 'Data import', intake: 'Taking payments' },
    actions: { upload: 'Upload a file', play: 'Play a sale' },
    kind: {
      partners: 'Partners',
      clients: 'Clients',
      sales: 'Sales and payments',
      refunds: 'Refunds',
      costs: 'Channel costs',
    },
    state: {
      uploaded: 'Waits for a check',
      checking: 'Checking',
      checked: 'Checked, not written',
      applying: 'Writing',
      applied: 'Imported',
      stopped: 'Stopped',
      undoing: 'Undoing',
      undone: 'Undone',
      cancelled: 'Removed',
      failed: 'Broken off',
    },
    list: {
      title: 'What was imported and what came of it',
      answer: 'A file is checked as a whole first. Nothing is written until you press “Import”.',
      past: 'Imported earlier',
      file: 'File',
      kind: 'About',
      state: 'State',
      outcome: 'What came of it',
      when: 'When',
      empty: 'Nothing has been imported yet',
      emptyText:
        'Begin with an export of payments from your CRM, billing or accounting: date, amount, client and who brought them. We recognise the columns, show errors by line number, and an import can be undone.',
    },
    outcome: {
      wrote: 'Written: {{shown}}.',
      left: 'Rows not taken: {{shown}}.',
      would: 'Can be written: {{shown}}.',
      bad: 'Rows with errors: {{shown}}.',
      undone: 'Reversed: {{shown}}.',
      cancelled: 'Nothing was written.',
      waits: 'Check the columns.',
    },
    upload: {
      title: 'Drop a file here or choose one',
      note: 'CSV or Excel (XLSX), just as your program gives it: we find out the encoding, the delimiter and the columns.',
      kind: 'What is in the file',
      guess: 'Tell by its columns',
      choose: 'Choose a file',
      sending: 'Sending “{{name}}”',
      stay: 'Keep this page open while the file is being sent. After that you may leave.',
      stop: 'Stop',
    },
    templates: {
      title: 'Example files',
      note: 'No export at hand? Download an example, fill it in and upload it: such columns are read without a question.',
    },
    import: {
      size: '{{shown}} KB',
      cancelled: 'The file was removed and nothing of it was written.',
      undone: 'The import was undone: {{reason}}',
      undoneNote: 'Everything it wrote was taken back by reversing entries. The journal keeps the traces.',
      failedNote: {
        checking: 'The check broke off and nothing was written. Correct it and check again.',
        applying: 'Writing broke off. What is written stays; going on writes nothing twice.',
        undoing: 'Undoing broke off. Start it again and it goes on where it was.',
      },
    },
    heading: {
      uploaded: 'How to read “{{file}}”',
      checking: 'What is in “{{file}}”: checking',
      checked: 'What would come of importing “{{file}}”',
      applying: 'Writing “{{file}}”',
      applied: 'What “{{file}}” brought',
      stopped: '“{{file}}” was stopped halfway',
      undoing: 'Undoing the import of “{{file}}”',
      undone: 'The import of “{{file}}” was undone',
      cancelled: '“{{file}}” was removed',
      failed: '“{{file}}” was not read to its end',
    },
    work: {
      checking: 'Checking every line',
      applying: 'Writing the checked lines',
      undoing: 'Taking back what was written by reversing entries',
    },
    apply: {
      go: 'Import',
      goOn: 'Go on importing',
      ask: 'Write what was checked?',
      goOnConsequence: 'Writing goes on where it stopped. Nothing is written twice.',
      consequence: {
        sales:
          'Sales and refunds to be written: {{shown}}. Who brought them is decided at once and rewards are accrued. Rows with errors left aside: {{bad}}. The import can be undone as a whole.',
        refunds:
          'Refunds to be written: {{shown}}. Rewards for what was returned are taken back in proportion. Rows with errors left aside: {{bad}}. The import can be undone as a whole.',
        costs:
          'Costs to be written: {{shown}}. They count towards the payback of partners and of the channel. Rows with errors left aside: {{bad}}. The import can be undone as a whole.',
        clients:
          'Clients to be written: {{shown}}, kept by a partner where one is named. Rows with errors left aside: {{bad}}. Such an import is not undone; a corrected file updates what was written.',
        partners:
          'Partners to be written: {{shown}}. Where a date of agreement is given, the agreement appears too. Rows with errors left aside: {{bad}}. Such an import is not undone; a corrected file updates what was written.',
      },
    },
    stop: {
      go: 'Stop',
      ask: 'Stop the work?',
      check: 'The check breaks off and nothing is written. It can be started again.',
      apply:
        'What is written stays. The import can go on from the same place later, or be undone as a whole.',
    },
    undo: {
      go: 'Undo the import',
      ask: 'Undo the import of “{{file}}”?',
      reason: 'Why it is undone',
      money:
        'The sales and refunds written ({{shown}}) are taken back by reversing entries together with their accruals. Nothing is erased: the journal and the ledger keep both entries. Where something was paid out already, the partner will owe it to us.',
      other:
        'What this import wrote ({{shown}}) is taken back. Nothing is erased: the journal keeps both entries.',
    },
    forget: {
      go: 'Remove the file',
      ask: 'Remove “{{file}}”?',
      consequence:
        'Nothing of it was written. The file and its check are erased; you can upload it again any day.',
      done: 'The file was removed',
    },
  },
};
