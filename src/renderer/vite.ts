import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import type { UserConfig } from 'vite';
import { languages } from '../contract/vocabulary.ts';
import { issuerIcons } from './issuer-icons.ts';
import { ownLanguages } from './own-languages.ts';

/**
 * How the window is built: shared by electron-vite, the browser host's build and the window's own tests.
 * Nothing is inlined (the CSP forbids data: fonts and inline scripts). CSS may use what Electron 45 knows.
 */
export const windowVite = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react(), tailwindcss(), issuerIcons(), ownLanguages(languages)],
  build: {
    outDir: fileURLToPath(new URL('../../out/renderer', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: {
      input: [
        fileURLToPath(new URL('index.html', import.meta.url)),
        fileURLToPath(new URL('quick-find.html', import.meta.url)),
      ],
    },
    target: 'chrome140',
    // electron-vite leaves it out, to the window's harm: a third less is to be loaded and read at each start.
    minify: true,
    // Two pages that share their code, loaded from the same machine: splitting it for the first paint would only delay it. The
    // largest chunk holds the word lists that judge a new password; only that field loads it.
    chunkSizeWarningLimit: 1_700,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
} satisfies UserConfig;
