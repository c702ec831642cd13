import { expect, PHONE, sideways, signInAs, test } from './shell.fixture.ts';

/** Another one each time: the library may remember those of an earlier run. */
const TITLE = `Памятка о складе ${Date.now()}`;

test('a material is uploaded and published, the partner opens it on a phone, and the opening is counted', async ({
  page,
  browser,
}) => {
  // Two browsers on two cores.
  test.slow();
  await signInAs(page, 'owner');
  await page.goto('/library?new=asset');
  const form = page.getByRole('dialog');
  await form.getByLabel('Название').fill(TITLE);
  await form.locator('input[type="file"]').setInputFiles({
    name: 'памятка.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Три вопроса о складе'),
  });
  await expect(form.getByText('памятка.txt')).toBeVisible();
  await form.getByRole('button', { name: 'Показать партнёрам' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE);
  await expect(page.getByRole('main')).toContainText('никто из партнёров его не открыл');

  const phone = await browser.newContext({ viewport: PHONE, hasTouch: true, locale: 'ru-RU' });
  const partner = await phone.newPage();
  await signInAs(partner, 'partner_owner');
  await partner.goto('/portal/plan');
  const card = partner.getByRole('article').filter({ hasText: TITLE });
  await expect(card).toBeVisible();
  expect(await sideways(partner)).toBe(0);
  const saved = partner.waitForEvent('download');
  const counted = partner.waitForResponse(
    (answer) => answer.request().method() === 'POST' && /\/assets\//.test(answer.url()),
  );
  await card.getByRole('link', { name: /Скачать/ }).click();
  expect((await saved).suggestedFilename()).toBe('памятка.txt');
  expect((await counted).ok()).toBe(true);
  await phone.close();

  await page.reload();
  await expect(page.getByRole('main')).toContainText('партнёров: 1');
  await expect(page.getByRole('table', { name: 'Кто открывал' })).toBeVisible();
});
