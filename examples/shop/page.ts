/** The only page of the shop. */
export function page(priceMinor: number, heard: readonly string[]): string {
  const price = new Intl.NumberFormat('ru', { style: 'currency', currency: 'RUB' }).format(priceMinor / 100);
  return `<!doctype html>
<html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Чайная лавка</title>
<style>body{font:16px/1.5 system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem}form{margin:1.5rem 0}input{display:block;margin:.5rem 0;padding:.5rem;width:100%;box-sizing:border-box}button{padding:.6rem 1.2rem}</style>
<h1>Чайная лавка</h1>
<form method="post" action="/sign-up"><h2>Знакомство</h2>
  <input name="customer" placeholder="ваш номер у нас" required><input name="name" placeholder="Имя"><input name="email" type="email" placeholder="Почта">
  <button>Познакомиться</button></form>
<form method="post" action="/checkout"><h2>Набор чая, ${price}</h2>
  <input name="customer" placeholder="ваш номер у нас" required><input name="code" placeholder="Промокод">
  <button>Купить</button></form>
<p>Mosty сообщила: ${heard.length === 0 ? 'пока ничего' : heard.join(', ')}.</p>
</html>`;
}
