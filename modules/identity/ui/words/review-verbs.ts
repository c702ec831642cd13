/** What becomes of a quarterly review, for the journal. */
export const reviewVerbs = {
  ru: {
    reviews: {
      show_review: 'Квартальный разбор показан партнёру',
      remark_review: 'К квартальному разбору сказано своё',
      decide_review: 'Решено на квартальном разборе',
      sign_review: 'Квартальный разбор подписан',
    },
  },
  en: {
    reviews: {
      show_review: 'A quarterly review shown to the partner',
      remark_review: 'Something said to a quarterly review',
      decide_review: 'Decided at a quarterly review',
      sign_review: 'A quarterly review signed',
    },
  },
};
