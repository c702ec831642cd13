import type { ModuleWords } from '@mosty/ui-kit';

export const words = {
  ru: {
    upload: {
      note: 'Перетащите файл сюда или выберите. До 50 МБ, видео до 200 МБ.',
      choose: 'Выбрать файл',
      another: 'Взять другой файл',
      sending: 'Отправляем «{{name}}»',
      stop: 'Остановить',
    },
    refusals: {
      too_large: {
        what: 'Файл больше {{megabytes}} МБ.',
        change: 'Уменьшите его или дайте ссылку вместо файла.',
      },
      empty: { what: 'Файл пуст.', change: 'Проверьте его и отправьте ещё раз.' },
      cut_short: {
        what: 'Отправка оборвалась, файл не сохранён.',
        change: 'Отправьте его ещё раз.',
      },
      kind_not_taken: {
        what: 'Файлы «{{ending}}» не принимаются.',
        change: 'Подойдут PDF, PNG, JPEG, WebP, SVG, DOCX, XLSX, PPTX, ZIP, CSV, TXT и MP4.',
      },
      not_what_it_says: {
        what: 'Внутри файла не то, что говорит имя: это не «{{ending}}».',
        change: 'Сохраните его заново в нужном виде и отправьте.',
      },
      has_macros: {
        what: 'В документе есть макросы: такие файлы мы не принимаем.',
        change: 'Сохраните его без макросов или как PDF.',
      },
      purpose_is_ours: {
        what: 'Такие файлы загружает компания.',
        change: 'Вы можете приложить чек, акт или подтверждение.',
      },
      not_own_partner: 'Загружать файлы можно только для своей компании.',
      file_unknown: 'Такого файла нет, или он не для вас.',
      bytes_missing: {
        what: 'Файл записан, но его содержимого нет на месте.',
        change: 'Загрузите его заново или верните из резервной копии.',
        who: 'Администратор',
      },
    },
  },
  en: {
    upload: {
      note: 'Drop a file here or choose one. Up to 50 MB, video up to 200 MB.',
      choose: 'Choose a file',
      another: 'Take another file',
      sending: 'Sending “{{name}}”',
      stop: 'Stop',
    },
    refusals: {
      too_large: {
        what: 'The file is larger than {{megabytes}} MB.',
        change: 'Make it smaller, or give a link instead of a file.',
      },
      empty: { what: 'The file is empty.', change: 'Look at it and send it again.' },
      cut_short: {
        what: 'The upload broke off and nothing was kept.',
        change: 'Send it again.',
      },
      kind_not_taken: {
        what: 'Files “{{ending}}” are not taken.',
        change: 'PDF, PNG, JPEG, WebP, SVG, DOCX, XLSX, PPTX, ZIP, CSV, TXT and MP4 will do.',
      },
      not_what_it_says: {
        what: 'What is inside is not what the name says: this is not “{{ending}}”.',
        change: 'Save it anew in the right form and send it.',
      },
      has_macros: {
        what: 'The document holds macros: such files are not taken.',
        change: 'Save it without macros, or as a PDF.',
      },
      purpose_is_ours: {
        what: 'Such files are uploaded by the company.',
        change: 'You may attach a receipt, an act or evidence.',
      },
      not_own_partner: 'Files can be uploaded for your own company only.',
      file_unknown: 'There is no such file, or it is not for you.',
      bytes_missing: {
        what: 'The file is on record, but its bytes are not in their place.',
        change: 'Upload it anew, or bring it back from a backup.',
        who: 'Administrator',
      },
    },
  },
} satisfies ModuleWords;
