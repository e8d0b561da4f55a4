import { useQuery } from '@tanstack/react-query';
import { Copy, Keyboard } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickFindState } from '../../contract/quick-find.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { live } from '../connection/live.ts';
import { copyText } from '../design/copy-text.ts';
import { Fact, Facts } from '../design/facts.tsx';
import { Group } from '../design/group.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { Notice } from '../design/notice.tsx';
import { showToast } from '../design/toasts.tsx';
import { Panel } from './panel.tsx';
import { ShortcutChoice } from './shortcut-choice.tsx';

/** The quick find: its shortcut, which way is in force, and the command for those who bind it themselves. */
export function QuickFindSettings() {
  const { t } = useTranslation();
  const state = useQuickFindState();
  return (
    <Panel title={t('quickFind.title')} text={t('quickFind.settingsText')} width="cards">
      {state !== null && (
        <>
          {state.way !== 'none' && (
            <Group title={t('quickFind.shortcut')} text={t('quickFind.shortcutText')}>
              <ShortcutChoice />
              <InForce state={state} />
              <p className="text-hint text-pretty text-soft">{t(`quickFind.way_${state.way}`)}</p>
            </Group>
          )}
          <Command state={state} />
        </>
      )}
    </Panel>
  );
}

function useQuickFindState(): QuickFindState | null {
  const { client } = useApplication();
  const state = useMemo(
    () => live<QuickFindState>((options) => client.quickFind.watch(undefined, options)),
    [client],
  );
  useEffect(() => state.start(), [state]);
  return useLive(state);
}

/** Whether the shortcut is in force, and has been seen to arrive; or why it is not. */
function InForce({ state: { as, trouble, hasFired, isRenewed } }: { state: QuickFindState }) {
  const { t } = useTranslation();
  if (trouble !== null) {
    return (
      <Notice kind="warning" title={t(`quickFind.trouble_${trouble}`)}>
        <p>{t(`quickFind.trouble_${trouble}_text`)}</p>
      </Notice>
    );
  }
  if (as === null) return null;
  return (
    <div role="status" className="flex items-start gap-3">
      <Keyboard size={20} aria-hidden className="mt-0.5 shrink-0 text-accent" />
      <div>
        <p className="font-medium">{t('quickFind.inForce', { keys: as })}</p>
        <p className="text-hint text-soft">{hasFired ? t('quickFind.arrives') : t('quickFind.notTried')}</p>
        {isRenewed && <p className="text-hint text-soft">{t('quickFind.renewed')}</p>}
      </div>
    </div>
  );
}

/** Where each desktop has its own shortcuts. The names are theirs. */
const desktops = [
  { name: 'GNOME', where: 'quickFind.gnome' },
  { name: 'KDE Plasma', where: 'quickFind.kde' },
  { name: 'Xfce', where: 'quickFind.xfce' },
] as const;

function Command({ state: { way, command } }: { state: QuickFindState }) {
  const { t } = useTranslation();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const copy = async () => {
    const isCopied = await copyText(command);
    showToast(isCopied ? t('quickFind.commandCopied') : t('quickFind.commandNotCopied'), {
      isError: !isCopied,
    });
  };
  return (
    <Group
      title={t('quickFind.bind')}
      text={way === 'none' ? t('quickFind.bindOnly') : t('quickFind.bindToo')}
    >
      <div className="flex flex-col gap-1.5">
        <span className="text-hint font-medium">{t('quickFind.command')}</span>
        <div className="flex items-center gap-1 rounded-xl bg-sunken py-1 pe-1 ps-3">
          <code className="selectable min-w-0 flex-1 py-1 font-mono text-xs wrap-anywhere">{command}</code>
          <IconButton label={t('quickFind.commandCopy')} className="size-8!" onPress={() => void copy()}>
            <Copy size={15} aria-hidden />
          </IconButton>
        </div>
        <p className="text-hint text-soft">{t('quickFind.commandText')}</p>
      </div>
      {host?.platform === 'linux' && (
        <Facts>
          {desktops.map(({ name, where }) => (
            <Fact key={name} name={name}>
              {t(where)}
            </Fact>
          ))}
        </Facts>
      )}
    </Group>
  );
}
