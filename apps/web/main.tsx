import '@mosty/ui-kit/theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { restOfWords, startWords } from './i18n.ts';
import { Providers } from './Providers.tsx';
import { router } from './router.tsx';

// After an update the old pages' files are gone: fetch the new ones once, and give up on the second failure.
window.addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem('mosty.reloaded') === window.location.href) return;
  sessionStorage.setItem('mosty.reloaded', window.location.href);
  window.location.reload();
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// The words, who is signed in and the page itself come together rather than one after another. No await here: pages
// import from this very file, and a file that waits for its importers never ends.
void Promise.all([startWords(), router.load()]).then(() => {
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
  restOfWords();
});
