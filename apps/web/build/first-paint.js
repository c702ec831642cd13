/* Runs before the first paint, so that a dark room stays dark and the language is right from the first word. */
(() => {
  const root = document.documentElement;
  /** @param {string} name */
  const read = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const theme = read('mosty.theme') ?? 'auto';
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  root.style.backgroundColor = dark ? '#1c1b18' : '#fbfaf7';
  root.lang = read('mosty.language') === 'en' ? 'en' : 'ru';
})();
