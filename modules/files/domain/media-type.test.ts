import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '@mosty/kernel/refusal';
import { bareName, judgeFile } from './media-type.ts';

const judged = (name: string, bytes: Buffer) => {
  const verdict = judgeFile({ name, sizeBytes: bytes.length, head: bytes, tail: bytes });
  return verdict instanceof Refusal ? verdict.code : verdict.mediaType;
};
const zip = (...parts: string[]) =>
  Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), deflateRawSync('x'), Buffer.from(parts.join(' '))]);

test('a file is what both its name and its bytes say', () => {
  expect(judged('Акт.PDF', Buffer.from('%PDF-1.7'))).toBe('application/pdf');
  expect(judged('лого.svg', Buffer.from('<?xml version="1.0"?><svg/>'))).toBe('image/svg+xml');
  expect(judged('цены.csv', Buffer.from([0xef, 0xe5, 0xed, 0xe0]))).toBe('text/csv; charset=utf-8');
  expect(judged('договор.docx', zip('[Content_Types].xml', 'word/document.xml'))).toContain('wordprocessing');
  expect(judged('показ.mp4', Buffer.from('\0\0\0\u0018ftypisom'))).toBe('video/mp4');
});

test.each([
  ['счёт.pdf', Buffer.from('MZ\u0090\0'), 'files.not_what_it_says'],
  ['лого.png', Buffer.from('<svg onload="x"/>'), 'files.not_what_it_says'],
  ['договор.docx', zip('readme.txt'), 'files.not_what_it_says'],
  ['договор.docx', zip('word/document.xml', 'word/vbaProject.bin'), 'files.has_macros'],
  ['заметка.txt', Buffer.from('#!/bin/sh\nrm'), 'files.not_what_it_says'],
  ['заметка.txt', Buffer.from('MZ programme'), 'files.not_what_it_says'],
  ['таблица.csv', Buffer.from('a;b\0c'), 'files.not_what_it_says'],
  ['страница.html', Buffer.from('<script>'), 'files.kind_not_taken'],
  ['счёт.pdf.exe', Buffer.from('%PDF-1.7'), 'files.kind_not_taken'],
  ['constructor', Buffer.from('%PDF-1.7'), 'files.kind_not_taken'],
  ['x.constructor', Buffer.from('%PDF-1.7'), 'files.kind_not_taken'],
])('%s is refused: %#', (name, bytes, code) => {
  expect(judged(name, bytes)).toBe(code);
});

test('documents have a lesser limit than a recorded walkthrough', () => {
  const big = { sizeBytes: 60 * 1024 ** 2, tail: Buffer.alloc(0) };
  expect(judgeFile({ ...big, name: 'a.pdf', head: Buffer.from('%PDF-1.7') })).toMatchObject({
    code: 'files.too_large',
    params: { megabytes: 50 },
  });
  expect(judgeFile({ ...big, name: 'a.mp4', head: Buffer.from('\0\0\0\u0018ftypisom') })).toMatchObject({
    mediaType: 'video/mp4',
  });
});

test('a name is never a path, and never empty', () => {
  expect(bareName('C:\\Users\\x\\акт.pdf')).toBe('акт.pdf');
  expect(bareName('../../etc/passwd')).toBe('passwd');
  expect(bareName('счёт\u202efdp.exe')).toBe('счётfdp.exe');
  fc.assert(
    fc.property(fc.string(), (given) => {
      const name = bareName(given);
      expect(name).not.toMatch(/[\\/\p{Cc}]/u);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(300);
    }),
  );
});
