import { expect, NARROW, PHONE, sideways, signInAs, test, WIDE } from './shell.fixture.ts';

test.describe('the shell on a wide screen', () => {
  test.use({ viewport: WIDE });
  test.beforeEach(async ({ page }) => {
    await signInAs(page, 'owner');
    await page.goto('/');
    await expect(page.getByRole('navigation', { name: 'Меню' })).toBeVisible();
  });

  test('six groups of the menu, in their order, and who am I', async ({ page }) => {
    const menu = page.getByRole('navigation', { name: 'Меню' });
    const groups = menu
      .getByRole('button', { expanded: true })
      .or(menu.getByRole('button', { expanded: false }));
    await expect(groups).toHaveText(['Сегодня', 'Партнёры', 'Сделки', 'Деньги', 'Отчёты', 'Настройка']);
    await groups.nth(2).click();
    await expect(groups.nth(2)).toHaveAttribute('aria-expanded', 'false');
    await page.reload();
    await expect(groups.nth(2)).toHaveAttribute('aria-expanded', 'false');
    await expect(page.getByRole('button', { name: /настройки и выход/ })).toContainText('Собственник');
  });

  test('the palette opens by its key, finds a page in the wrong layout, and Enter goes there', async ({
    page,
  }) => {
    await page.keyboard.press('ControlOrMeta+k');
    const field = page.getByRole('textbox', { name: 'Найти или сделать' });
    await expect(field).toBeFocused();
    await field.fill('cltkrb');
    const found = page.getByRole('dialog').getByRole('button', { name: /Сделки/ });
    await expect(found.first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/deals$/);
  });

  test('«C» lists what can be created, «?» lists the keys, and both keep silent while one types', async ({
    page,
  }) => {
    await page.keyboard.press('c');
    await expect(page.getByPlaceholder('Что создать?')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Shift+Slash');
    await expect(page.getByRole('dialog', { name: 'Клавиши' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    const field = page.getByRole('textbox', { name: 'Найти или сделать' });
    await expect(field).toBeFocused();
    await page.keyboard.type('c?');
    await expect(field).toHaveValue('c?');
    await expect(page.getByRole('dialog')).toHaveCount(1);
  });

  test('single keys can be switched off (WCAG 2.1.4)', async ({ page }) => {
    await page.keyboard.press('Shift+Slash');
    await page.getByRole('switch').click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('language and light are chosen by the reader and stay on the device', async ({ page }) => {
    await page.getByRole('button', { name: /настройки и выход/ }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Menu' })).toContainText('Partners');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  test('the keyboard reaches the content first', async ({ page }) => {
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'К содержанию' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  test('arrows walk the rows of a table, Enter opens one, and «back» returns to the same list', async ({
    page,
  }) => {
    await page.goto('/deals?class=partner_sales');
    const rows = page.getByRole('table').locator('tbody tr');
    await expect(rows.nth(2)).toBeVisible();
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(2)).toBeFocused();
    await page.keyboard.press('End');
    await expect(rows.last()).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/deals\/sal_/);
    await page.goBack();
    await expect(page).toHaveURL(/\/deals\?class=partner_sales$/);
  });

  test('figures of a column are of one width, in every weight we use', async ({ page }) => {
    const widths = await page.evaluate(async () => {
      const weights = [400, 500, 600];
      await Promise.all(
        weights.map((weight) => document.fonts.load(`${weight} 100px 'Golos Figures'`, '0123456789')),
      );
      await new Promise((painted) => requestAnimationFrame(painted));
      const probe = document.createElement('span');
      document.body.append(probe);
      const measured = weights.map((weight) => {
        probe.style.cssText = `position: absolute; font: ${weight} 100px/1 var(--figures)`;
        return Array.from('0123456789', (figure) => {
          probe.textContent = figure.repeat(10);
          return Math.round(probe.getBoundingClientRect().width);
        });
      });
      return measured;
    });
    for (const [first, ...others] of widths) expect(others).toEqual(others.map(() => first));
  });

  test('an unknown address says so with the menu at hand', async ({ page }) => {
    await page.goto('/nowhere/at/all');
    await expect(page.getByRole('heading', { name: 'Такой страницы нет' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Меню' })).toBeVisible();
  });

  test('a lost network is told, and the page stays', async ({ page, context }) => {
    // Whole, with what its graphs are drawn by: what comes later is the next tests' matter.
    await page.waitForLoadState('networkidle');
    const heading = page.getByRole('heading', { level: 1 });
    const said = await heading.textContent();
    await context.setOffline(true);
    await expect(page.getByText(/Нет сети/)).toBeVisible();
    await expect(heading).toHaveText(said ?? '');
    await context.setOffline(false);
    await expect(page.getByText(/Нет сети/)).toHaveCount(0);
  });
});

test.describe('a network lost before the code of a screen came', () => {
  test.use({ viewport: WIDE });

  test('the menu and the notice stay, the place of the screen says why, and it comes when the network is back', async ({
    page,
    context,
  }) => {
    await signInAs(page, 'owner');
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await context.setOffline(true);
    const menu = page.getByRole('navigation', { name: 'Меню' });
    await menu.getByRole('link', { name: 'Журнал' }).click();
    const why = page.getByRole('main').getByRole('alert');
    await expect(why).toContainText('Нет связи с сервером');
    await expect(menu).toBeVisible();
    await expect(page.getByText(/Нет сети/)).toBeVisible();
    // Asked in vain it stays as it is.
    await why.getByRole('button', { name: 'Попробовать ещё раз' }).click();
    await expect(why).toBeVisible();
    await context.setOffline(false);
    await why.getByRole('button', { name: 'Попробовать ещё раз' }).click();
    await expect(page).toHaveURL(/\/journal$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  });

  test('a first page whose own file does not come stands in its frame and is had again', async ({ page }) => {
    await signInAs(page, 'owner');
    const file = /\/assets\/Journal-[^/]*\.js$/;
    await page.route(file, (route) => route.abort());
    let loads = 0;
    page.on('load', () => loads++);
    await page.goto('/journal');
    // It has the whole page anew by itself, once: in vain here.
    await expect.poll(() => loads).toBe(2);
    const why = page.getByRole('main').getByRole('alert');
    await expect(why).toContainText('Нет связи с сервером');
    await expect(page.getByRole('navigation', { name: 'Меню' })).toBeVisible();
    await page.unroute(file);
    await why.getByRole('button', { name: 'Попробовать ещё раз' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(why).toHaveCount(0);
  });

  test('what lies over the pages does not come: the page stays and is told so', async ({ page, context }) => {
    await signInAs(page, 'owner');
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await context.setOffline(true);
    await page.keyboard.press('Shift+Slash');
    await expect(page.getByText('Не загрузилось: нет связи с сервером')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Меню' })).toBeVisible();
  });
});

test.describe('the shell under the thumb', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test('groups lie at the bottom and open their pages', async ({ page }) => {
    await signInAs(page, 'owner');
    await page.goto('/');
    const menu = page.getByRole('navigation', { name: 'Меню' });
    await expect(menu.getByRole('button')).toHaveCount(6);
    await menu.getByRole('button', { name: 'Сделки' }).tap();
    await page.getByRole('dialog', { name: 'Сделки' }).getByRole('link', { name: 'Сделки' }).tap();
    await expect(page).toHaveURL(/\/deals$/);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('nothing scrolls sideways on the narrowest phone', async ({ page }) => {
    await signInAs(page, 'owner');
    await page.setViewportSize(NARROW);
    for (const address of ['/', '/partners', '/deals', '/rewards', '/money', '/imports', '/journal']) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      expect(await sideways(page), address).toBe(0);
    }
  });
});

test('signed out, one is asked to sign in and comes back to the page', async ({ page }) => {
  await page.goto('/deals?state=unpaid');
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fdeals%3Fstate%3Dunpaid/);
});

test('the front door opens to a probe that takes no compressed answer', async ({ request }) => {
  const answer = await request.get('/', { headers: { 'accept-encoding': 'identity' } });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('text/html');
});
