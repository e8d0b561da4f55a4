import { CircleAlert, KeyRound, Lock, Unplug } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication, useLive } from '../connection/application.ts';
import { useStore } from '../connection/store.ts';
import { useAppearance } from '../preferences/use-appearance.ts';
import { Finder } from './finder.tsx';
import { Instead, Waiting } from './instead.tsx';
import { useShown } from './use-shown.ts';

/** The quick find's whole page. It shows nothing while its window is hidden, and starts afresh each time. */
export function QuickFind() {
  const { t } = useTranslation();
  const { round, isShown, hide } = useShown();
  useAppearance();
  useFollowed();
  return (
    <main className="flex h-full flex-col border border-line bg-surface">
      <h1 className="sr-only">{t('quickFind.title')}</h1>
      {isShown && <Screen key={round} onHide={hide} />}
    </main>
  );
}

/** Follows the vault, and its entries while it is open: they are there at once when the window is shown. */
function useFollowed(): void {
  const { vault, entries } = useApplication();
  const isOpen = useLive(vault)?.state === 'open';
  useEffect(() => vault.start(), [vault]);
  useEffect(() => {
    if (!isOpen) return undefined;
    const stop = entries.start();
    return () => stop(true);
  }, [isOpen, entries]);
}

function Screen({ onHide }: { onHide: () => void }) {
  const { t } = useTranslation();
  const application = useApplication();
  const connection = useStore(application.connection);
  const vault = useLive(application.vault);
  const toWindow = () => void application.client.quickFind.openWindow();
  if (connection !== 'connected' && connection !== 'connecting') {
    return <Instead icon={Unplug} title={t('quickFind.goneTitle')} text={t('quickFind.goneText')} />;
  }
  switch (vault?.state) {
    case undefined:
    case 'opening':
      return <Waiting />;
    case 'open':
      return <Finder onHide={onHide} />;
    case 'locked':
      return (
        <Instead
          icon={Lock}
          title={t('quickFind.lockedTitle')}
          text={t('quickFind.lockedText')}
          action={{ label: t('quickFind.unlock'), run: toWindow }}
        />
      );
    case 'absent':
      return (
        <Instead
          icon={KeyRound}
          title={t('quickFind.newTitle')}
          text={t('quickFind.newText')}
          action={{ label: t('quickFind.openWindow'), run: toWindow }}
        />
      );
    case 'keyMissing':
    case 'unwritable':
    case 'away':
    case 'damaged':
      return (
        <Instead
          icon={CircleAlert}
          title={t('quickFind.troubleTitle')}
          text={t('quickFind.troubleText')}
          action={{ label: t('quickFind.openWindow'), run: toWindow }}
        />
      );
  }
}
