import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { createStore } from '../connection/store.ts';
import { announce } from '../design/toasts.tsx';
import { contractCode } from '../words/error-words.ts';
import { showFailure } from '../words/show-failure.ts';
import { showLarge } from './large-code.tsx';
import { takeCopied } from './window-clipboard.ts';
import { nameOf } from './name.ts';

/** The code copied last, kept briefly so that its row can show it. */
export const copied = createStore<{ id: string; which: 'current' | 'next' } | null>(null);

const shownFor = 1_600;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Copies a code; the row shows it, and a screen reader announces it. */
export function useCopy(): (entry: EntryView, which?: 'current' | 'next') => Promise<void> {
  const { client, calls, preferences } = useApplication();
  const { data: host } = useQuery(calls.host.info.queryOptions());
  const canHide = host?.desktop.includes('hideAfterCopy') ?? false;
  const { t } = useTranslation();
  return useCallback(
    async (entry, which = 'current') => {
      try {
        await takeCopied(await client.codes.copy({ id: entry.id, which }));
        copied.set({ id: entry.id, which });
        clearTimeout(timer);
        timer = setTimeout(() => copied.set(null), shownFor);
        announce(t(which === 'next' ? 'codes.nextCopiedFor' : 'codes.copiedFor', { name: nameOf(entry, t) }));
        if (canHide && preferences.get()?.hideAfterCopy === true) await client.host.hide();
      } catch (error) {
        const isShowable = contractCode(error) === 'CLIPBOARD_FAILED';
        const large = { label: t('codes.showLarge'), run: () => showLarge(entry.id) };
        showFailure(error, t, isShowable ? large : undefined);
      }
    },
    [client, preferences, canHide, t],
  );
}
