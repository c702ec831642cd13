import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Sentence } from './Sentence.tsx';

const html = (text: string, parts = {}) => renderToStaticMarkup(<Sentence text={text} parts={parts} />);

test('numbers that open stand where the language puts them', () => {
  expect(html('Должны <sum/> и заплатим <b>до <date/></b>.', { sum: <i>5 ₽</i>, date: 'пятницы' })).toBe(
    'Должны <i>5 ₽</i> и заплатим <b>до пятницы</b>.',
  );
});

test('text of a partner’s name is text, never markup', () => {
  expect(html('От «<script>x</script>»')).toBe('От «&lt;script&gt;x&lt;/script&gt;»');
});
