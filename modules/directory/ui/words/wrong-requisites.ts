/** What a bank would not take, field by field: said to the partner who writes its own requisites. */
export const wrongRequisites = {
  ru: {
    wrong_legal_form: { what: 'Такой правовой формы здесь нет.', change: 'Выберите её из списка.' },
    wrong_tax_number: {
      what: 'ИНН не сходится.',
      change: 'Проверьте цифры: у компании их 10, у человека и ИП – 12.',
    },
    wrong_kpp: { what: 'КПП не сходится.', change: 'В нём девять знаков; он стоит в карточке компании.' },
    wrong_ogrn: {
      what: 'ОГРН не сходится.',
      change: 'У компании 13 цифр, у ИП – 15; поле можно оставить пустым.',
    },
    wrong_account: {
      what: 'Номер счёта не сходится с БИК.',
      change: 'В нём 20 цифр; скопируйте счёт и БИК из одной справки банка.',
    },
    wrong_bik: {
      what: 'БИК не сходится.',
      change: 'В нём девять цифр; он стоит в справке банка рядом со счётом.',
    },
    wrong_bank_name: { what: 'Не назван банк.', change: 'Напишите его так, как он назван в справке.' },
    wrong_correspondent_account: {
      what: 'Корреспондентский счёт не сходится с БИК.',
      change: 'В нём 20 цифр, он начинается с 301.',
    },
  },
  en: {
    wrong_legal_form: { what: 'There is no such legal form here.', change: 'Choose one from the list.' },
    wrong_tax_number: {
      what: 'The tax number does not add up.',
      change: 'Check the digits: a company has 10, a person or a sole proprietor 12.',
    },
    wrong_kpp: {
      what: 'The KPP does not add up.',
      change: 'It has nine characters and stands in the company’s card.',
    },
    wrong_ogrn: {
      what: 'The OGRN does not add up.',
      change: 'A company has 13 digits, a sole proprietor 15; the field may be left empty.',
    },
    wrong_account: {
      what: 'The account does not fit the bank’s BIK.',
      change: 'It has 20 digits; copy the account and the BIK from one paper of the bank.',
    },
    wrong_bik: {
      what: 'The BIK does not add up.',
      change: 'It has nine digits and stands in the bank’s paper beside the account.',
    },
    wrong_bank_name: { what: 'The bank is not named.', change: 'Write it as the bank’s paper does.' },
    wrong_correspondent_account: {
      what: 'The correspondent account does not fit the BIK.',
      change: 'It has 20 digits and begins with 301.',
    },
  },
};
