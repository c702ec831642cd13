import type { Browser, Page } from '@playwright/test';
import { totpCode } from '@mosty/testkit/totp';
import { expect, PHONE, sideways, signInAs, test, WIDE } from './shell.fixture.ts';

const OWNER = { name: 'Анна Ветрова', email: 'anna@mosty.test', password: 'три зелёных моста' };

async function enter(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Почта').fill(person.email);
  await page.getByLabel('Пароль', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
}

async function newPerson(browser: Browser, viewport = WIDE): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'ru-RU', reducedMotion: 'reduce' });
  return context.newPage();
}

test.describe
  .serial('who may come in', () => {
    test.use({ viewport: WIDE });
    // Slow hashes, several people and their browsers on a busy machine.
    test.describe.configure({ timeout: 90_000 });

    test('the demo opens by one press, and says what each person sees', async ({ page }) => {
      await page.goto('/sign-in');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Посмотрите на Mosty глазами любого из них',
      );
      await page.getByRole('button', { name: 'Войти как: Бухгалтер' }).click();
      await expect(page.getByRole('button', { name: /настройки и выход/ })).toContainText('Ольга Дёмина');
    });

    test('the first start makes a company and its owner, who is in at once', async ({ page }) => {
      await page.goto('/sign-in');
      await page.getByRole('link', { name: 'Начать со своей компанией' }).click();
      await page.getByRole('button', { name: 'Создать компанию' }).click();
      await expect(page.getByText('Как называется компания?')).toBeVisible();
      await page.getByLabel('Название').fill('Мосты и дороги');
      await page.getByLabel('Как вас зовут').fill(OWNER.name);
      await page.getByLabel('Почта').fill(OWNER.email);
      await page.getByLabel('Пароль', { exact: true }).fill(OWNER.password);
      await page.getByRole('button', { name: 'Создать компанию' }).click();
      await expect(page.getByRole('button', { name: /настройки и выход/ })).toContainText(OWNER.name);
      await page.goto('/new');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Эта установка уже настроена/);
    });

    test('an empty company meets its first steps, ticked by facts, put away and called back', async ({
      page,
    }) => {
      await enter(page, OWNER);
      await expect(page.getByRole('button', { name: /настройки и выход/ })).toBeVisible();
      await page.goto('/');
      const steps = page.getByRole('list', { name: 'Шесть шагов до первого начисления' });
      await expect(steps.getByRole('listitem')).toHaveCount(6);
      await expect(page.getByText('Сделано 0 из 6.')).toBeVisible();
      await steps.getByRole('link', { name: 'Данные компании' }).click();
      await page.getByLabel('Юридическое название').fill('ООО «Мосты и дороги»');
      await page.getByRole('button', { name: 'Сохранить' }).click();
      await expect(page.getByText('Сохранено', { exact: true })).toBeVisible();
      await page.goto('/');
      await expect(page.getByText('Сделано 1 из 6.')).toBeVisible();
      await page.getByRole('button', { name: 'Убрать с первой страницы' }).click();
      await expect(steps).toHaveCount(0);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(steps).toHaveCount(0);
      await page.getByRole('button', { name: 'Настройка' }).click();
      await page.getByRole('link', { name: 'Первые шаги' }).click();
      await page.getByRole('button', { name: 'Вернуть на первую страницу' }).click();
      await page.goto('/');
      await expect(steps.getByRole('listitem')).toHaveCount(6);
    });

    test('a colleague is invited by a letter, which waits on the page while there is no mail server', async ({
      page,
      browser,
    }) => {
      await enter(page, OWNER);
      await expect(page.getByRole('button', { name: /настройки и выход/ })).toBeVisible();
      await page.goto('/settings/people?new=person');
      const panel = page.getByRole('dialog');
      await panel.getByLabel('Как зовут').fill('Пётр Лугов');
      await panel.getByLabel('Почта').fill('petr@mosty.test');
      await panel.getByRole('button', { name: 'Пригласить' }).click();
      await expect(page.getByRole('table', { name: 'Ждут ответа' })).toContainText('petr@mosty.test');
      await page.goto('/settings/outbox');
      await page
        .getByRole('row', { name: /petr@mosty\.test/ })
        .getByRole('button', { name: 'Прочитать' })
        .click();
      const link = await page.getByRole('dialog').locator('code').innerText();
      expect(link).toMatch(/\/invitations\/[\w-]{43}$/);

      const phone = await newPerson(browser, PHONE);
      await phone.goto(link);
      await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Вас зовут в «Мосты и дороги»');
      expect(await sideways(phone)).toBe(0);
      await phone.getByLabel('Придумайте пароль').fill('пять синих мостов');
      await phone.getByRole('button', { name: 'Принять приглашение' }).click();
      await expect(phone.getByRole('button', { name: /Пётр Лугов/ })).toBeVisible();
      await phone.goto(link);
      await expect(phone.getByText('Этим приглашением уже воспользовались.')).toBeVisible();
      await phone.context().close();
    });

    test('a code from an app is turned on by its QR code and asked at the next sign-in', async ({
      page,
      browser,
    }) => {
      const person = { email: 'petr@mosty.test', password: 'пять синих мостов' };
      await enter(page, person);
      await expect(page.getByRole('button', { name: /Пётр Лугов/ })).toBeVisible();
      await page.goto('/settings/me');
      await page.getByRole('button', { name: 'Включить' }).click();
      const panel = page.getByRole('dialog');
      await panel.getByLabel('Ваш пароль').fill(person.password);
      await panel.getByRole('button', { name: 'Показать QR-код' }).click();
      await expect(panel.getByRole('img', { name: /наведите камеру/ })).toBeVisible();
      const address = `otpauth://totp/Mosty?secret=${await panel.locator('code').innerText()}`;
      await panel.getByLabel('Код из приложения').fill(totpCode(address, new Date()));
      await panel.getByRole('button', { name: 'Код верный, включить' }).click();
      await expect(page.getByText('Включён: при входе спросим код из приложения.')).toBeVisible();

      const other = await newPerson(browser);
      await enter(other, person);
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Введите код из приложения');
      await other.getByLabel('Код', { exact: true }).fill('000000');
      await other.getByRole('button', { name: 'Продолжить' }).click();
      await expect(other.getByText('Код не подошёл.')).toBeVisible();
      await other.getByLabel('Код', { exact: true }).fill(totpCode(address, new Date()));
      await other.getByRole('button', { name: 'Продолжить' }).click();
      await expect(other.getByRole('button', { name: /Пётр Лугов/ })).toBeVisible();
      await other.goto('/settings/me');
      await expect(other.getByRole('table', { name: 'Где вы вошли' }).getByRole('row')).toHaveCount(4);
      await other.context().close();
    });

    test('a passkey is added and opens the door by itself', async ({ page }) => {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('WebAuthn.enable');
      await devtools.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      await enter(page, OWNER);
      await expect(page.getByRole('button', { name: /настройки и выход/ })).toBeVisible();
      await page.goto('/settings/me');
      await page.getByRole('button', { name: 'Добавить ключ доступа' }).click();
      await expect(page.getByText('Ключ доступа добавлен')).toBeVisible();
      await page.context().clearCookies();
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Войти ключом доступа' }).click();
      await expect(page.getByRole('button', { name: /настройки и выход/ })).toContainText(OWNER.name);
    });

    test('a key is shown once, and the journal has it all in a whole chain', async ({ page }) => {
      await enter(page, OWNER);
      await expect(page.getByRole('button', { name: /настройки и выход/ })).toBeVisible();
      await page.goto('/settings/keys?new=key');
      const panel = page.getByRole('dialog');
      await panel.getByLabel('Для чего').fill('Касса');
      await panel.getByRole('button', { name: 'Выпустить ключ' }).click();
      const secret = await panel.locator('code').innerText();
      expect(secret).toMatch(/^mosty_sk_/);
      const answer = await page.request.get('/api/v1/workspace', {
        headers: { authorization: `Bearer ${secret}` },
      });
      expect(answer.status()).toBe(403);
      await panel.getByRole('button', { name: 'Ключ сохранён' }).click();
      await expect(page.getByRole('row', { name: /Касса/ })).toContainText(`…${secret.slice(-4)}`);
      await expect(page.getByText(secret)).toHaveCount(0);

      await page.goto('/journal');
      await expect(page.getByRole('row', { name: /Выпущен ключ API/ })).toContainText('Касса');
      await page.getByRole('button', { name: 'Проверить цепочку' }).click();
      await expect(page.getByText(/Цепочка цела/)).toBeVisible();
      await page.getByRole('button', { name: 'Принято приглашение' }).click();
      await expect(page.getByRole('dialog')).toContainText('identity.accept_invitation');
    });

    test('a wrong password is refused in words, and a one-time link is promised to anybody alike', async ({
      page,
    }) => {
      await enter(page, { email: OWNER.email, password: 'не тот пароль' });
      await expect(page.getByText('Почта или пароль не подошли.')).toBeVisible();
      await page.goto('/sign-in/link');
      await page.getByLabel('Почта').fill('nobody@mosty.test');
      await page.getByRole('button', { name: 'Прислать ссылку', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Если такая почта у нас есть, письмо уже в пути',
      );
    });

    test('a person without the right sees no door to it, and the page says who can help', async ({
      page,
    }) => {
      await page.context().clearCookies();
      await signInAs(page, 'voice');
      await page.goto('/settings/keys');
      await expect(page.getByText('Ваша роль этого не позволяет.')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Ключи API' })).toHaveCount(0);
    });
  });
