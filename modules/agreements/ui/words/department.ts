/** Which department of ours answers for an alliance (S2.32). */
export const department = {
  ru: {
    department: {
      label: 'Какой отдел отвечает за альянс',
      line: 'Отвечает {{department}}',
      nobody: 'Отдел не назван: у альянса без хозяина не будет ни встреч, ни целей.',
      of: {
        management: 'руководство',
        partners: 'отдел партнёрских продаж',
        product: 'продукт',
        pr: 'PR',
        marketing: 'маркетинг',
      },
      done: 'Записано, кто отвечает',
    },
  },
  en: {
    department: {
      label: 'Which department answers for the alliance',
      line: '{{department}} answers for it',
      nobody: 'No department is named: an alliance nobody owns will have neither meetings nor goals.',
      of: {
        management: 'management',
        partners: 'partner sales',
        product: 'product',
        pr: 'PR',
        marketing: 'marketing',
      },
      done: 'It is written who answers',
    },
  },
};
