/** What mutual expectations of a kind begin with. */
export const samples = {
  ru: {
    samples: {
      title: 'С чего начинаются взаимные ожидания',
      answer: 'Образец подставляется в новую версию. Обе стороны правят его до того, как примут.',
      kind: 'Вид партнёра',
      shipped: 'идёт с программой',
      own: 'ваш образец, версия {{version}}',
      edit: 'Переписать',
      editTitle: 'Образец: {{kind}}',
      editText:
        'Новые версии начнутся с этих слов, на этом языке. Уже записанные ожидания не изменятся. Срок обещания ставят в самом соглашении.',
      save: 'Сохранить образец',
      done: 'Образец сохранён',
      back: 'Вернуть поставляемый',
      backTitle: 'Вернуть образец, который идёт с программой?',
      backText: 'Ваш образец останется в истории, новые версии начнутся с поставляемого.',
      backDone: 'Возвращён поставляемый образец',
      broughtBack: 'Возвращён образец, который идёт с программой.',
    },
  },
  en: {
    samples: {
      title: 'What mutual expectations begin with',
      answer: 'A new version is filled from the sample. Both sides change it before they accept.',
      kind: 'Kind of partner',
      shipped: 'shipped with the program',
      own: 'your own sample, version {{version}}',
      edit: 'Rewrite',
      editTitle: 'Sample: {{kind}}',
      editText:
        'New versions will begin with these words, in this language. Expectations already written do not change. The day of a promise is set in the agreement itself.',
      save: 'Save the sample',
      done: 'The sample is saved',
      back: 'Bring the shipped one back',
      backTitle: 'Bring back the sample shipped with the program?',
      backText: 'Yours stays in history, new versions begin with the shipped one.',
      backDone: 'The shipped sample is back',
      broughtBack: 'The sample shipped with the program was brought back.',
    },
  },
};
