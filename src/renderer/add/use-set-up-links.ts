import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedSetUpLink } from '../../contract/scan.ts';
import { useApplication } from '../connection/application.ts';
import { follow } from '../connection/live.ts';
import { createStore } from '../connection/store.ts';
import { showToast } from '../design/toasts.tsx';
import { open } from '../navigation/navigator.ts';
import { handedOver } from '../transfer/given.ts';
import type { Add } from './add-controller.ts';

/** What an opened link holds, until adding shows it. */
const opened = createStore<Extract<OpenedSetUpLink, { holds: 'codes' }> | null>(null);

/** Leads to what a set-up link holds that the system opened: to adding, as for a scanned code, or to an import. */
export function useSetUpLinks(): void {
  const { client } = useApplication();
  // The same in every language: a new one must not end the stream, with a link that is on its way.
  const { i18n } = useTranslation();
  useEffect(() => {
    const sayUnread = () =>
      showToast(i18n.t('add.linkUnread', { setting: i18n.t('preferences.setUpLinks') }), {
        isError: true,
        action: {
          label: i18n.t('add.linkUnreadSettings'),
          run: () => open({ at: 'settings', section: 'general' }),
        },
      });
    const stop = new AbortController();
    void follow<OpenedSetUpLink>(
      (options) => client.scan.links(undefined, options),
      stop.signal,
      (link) => {
        if (link.holds === 'unread') return sayUnread();
        if (link.holds === 'codes') opened.set(link);
        else handedOver.set(async () => ({ sources: [{ from: 'link' }] }));
        open({ at: link.holds === 'codes' ? 'add' : 'import' });
      },
    );
    return () => stop.abort();
  }, [client, i18n]);
}

/** Shows in the adding that is open what the link held. */
export function useOpenedCodes(add: Add): void {
  useEffect(() => {
    const take = () => {
      const link = opened.get();
      if (link === null) return;
      // A moment later, because React may only be mounting the screen a second time.
      queueMicrotask(() => {
        if (opened.get() !== link) return;
        opened.set(null);
        add.show('text', link.previews, link.refused);
      });
    };
    take();
    return opened.subscribe(take);
  }, [add]);
}
