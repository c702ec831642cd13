import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'agreement.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Читает соглашения и обещания; люди партнёра – свои',
      en: 'Reads agreements and promises; people of a partner their own',
    },
  },
  'agreement.open': {
    roles: ['owner', 'head', 'manager'],
    scope: 'directory:write',
    says: { ru: 'Открывает соглашение с партнёром', en: 'Opens an agreement with a partner' },
  },
  'agreement.propose': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Предлагает новую версию взаимных ожиданий',
      en: 'Proposes a new version of mutual expectations',
    },
  },
  'agreement.accept': {
    roles: ['owner', 'head', 'manager', 'partner_owner'],
    says: { ru: 'Принимает версию за свою сторону', en: 'Accepts a version for one’s own side' },
  },
  'agreement.launch': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Запускает принятое соглашение', en: 'Launches an accepted agreement' },
  },
  'agreement.end': {
    roles: ['owner', 'head'],
    says: { ru: 'Завершает соглашение с причиной', en: 'Ends an agreement with a reason' },
  },
  'agreement.change_class': {
    roles: ['owner', 'head'],
    says: { ru: 'Меняет класс учёта с причиной', en: 'Changes the reporting class with a reason' },
  },
  'agreement.confirm_class': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Подтверждает партнёрские продажи для бывшего клиента',
      en: 'Confirms partner sales for somebody who has been a client',
    },
  },
  'text.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    says: {
      ru: 'Читает кодекс чести и согласие на обработку данных и видит, кто их принял',
      en: 'Reads the code of honour and the consent to the handling of data, and sees who accepted them',
    },
  },
  'text.publish': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Пишет кодекс чести и согласие своими словами и принимает кодекс за компанию',
      en: 'Writes the code of honour and the consent in the company’s words, and accepts the code for the company',
    },
  },
  'sample.publish': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Пишет образцы ожиданий для каждого вида партнёра',
      en: 'Writes the samples of expectations for each kind of partner',
    },
  },
  'promise.write': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Записывает обещания и то, чем они кончились', en: 'Writes down promises and how they went' },
  },
});
