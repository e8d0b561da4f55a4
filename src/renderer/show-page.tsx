import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApplicationContext, createApplication } from './connection/application.ts';
import { keepPageMenuAway } from './page-habits.ts';
import { applyTheme, rememberedTheme } from './preferences/theme.ts';
import { showBroken } from './trouble/broken.ts';
import { startWords } from './words/words.ts';

/** Shows a page of the window in `#window`, connected to the application. Once for each page. */
export async function showPage(content: ReactNode): Promise<void> {
  keepPageMenuAway();
  applyTheme(rememberedTheme());
  // It connects while the words are loaded.
  const application = createApplication();
  await startWords();

  const place = document.querySelector('#window');
  if (place === null) throw new Error('the page has no #window');

  const queries = new QueryClient({
    // The application is on this machine: it answers or it does not, whatever the network does.
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: 3 },
      mutations: { networkMode: 'always' },
    },
  });

  // Fetched at the start for the page that shows the vault's path when everything else has failed.
  void queries.prefetchQuery(application.calls.host.info.queryOptions());

  createRoot(place, {
    // Without this, React unmounts everything and leaves the window blank.
    onUncaughtError(error, { componentStack }) {
      const host = queries.getQueryData(application.calls.host.info.queryKey());
      showBroken(error, { vault: host?.vaultPath, components: componentStack });
    },
  }).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <ApplicationContext value={application}>{content}</ApplicationContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}
