/** What only the printed review says; everything else is said by the screen’s own words. */
export const paper = {
  ru: {
    title: 'Квартальный разбор',
    draft: 'партнёру ещё не показан',
    shown: 'показан партнёру',
    signatures: 'Подписи сторон',
    notYet: 'ещё не подписано',
  },
  en: {
    title: 'Quarterly review',
    draft: 'not shown to the partner yet',
    shown: 'shown to the partner',
    signatures: 'Signatures of both sides',
    notYet: 'not signed yet',
  },
};
