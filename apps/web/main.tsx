import '@mosty/ui-kit/theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { restOfWords, startWords } from './i18n.ts';
import { isMissingCode, reloadOnce, watchForMissingCode } from './missing-code.ts';
import { Providers } from './Providers.tsx';
import { router } from './router.tsx';

watchForMissingCode();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// The words, who is signed in and the page itself come together rather than one after another. No await here: pages
// import from this very file, and a file that waits for its importers never ends.
void Promise.all([startWords(), router.load()])
  .catch(async (error: unknown) => {
    // Nothing is drawn yet that could say it.
    if (isMissingCode(error)) await reloadOnce();
    throw error;
  })
  .then(() => {
    // What did not come is said in its place; whatever else was caught is ours to hear of.
    const onCaughtError = (error: unknown): void => {
      if (!isMissingCode(error)) console.error(error);
    };
    createRoot(root, { onCaughtError }).render(
      <StrictMode>
        <Providers>
          <RouterProvider router={router} />
        </Providers>
      </StrictMode>,
    );
    restOfWords();
  });
