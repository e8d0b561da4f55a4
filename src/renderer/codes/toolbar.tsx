import { useQuery } from '@tanstack/react-query';
import {
  Command,
  Ellipsis,
  FolderOutput,
  Keyboard,
  ListChecks,
  Lock,
  Plus,
  Settings,
  Trash2,
} from 'lucide-react';
import { useEffect, useRef, type Ref } from 'react';
import { Menu, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { WindowCommandId } from '../../contract/commands.ts';
import { AccountButton } from '../account/header/account-button.tsx';
import { keysText } from '../commands/keys.ts';
import { over } from '../commands/use-run.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { afterFrames } from '../design/heading-focus.ts';
import { IconButton } from '../design/icon-button.tsx';
import { MenuCard, MenuChoice, MenuItem } from '../design/menu.tsx';
import { SearchBox } from '../design/search-box.tsx';
import { announce } from '../design/toasts.tsx';
import { useEntryCall } from '../entry/use-entry-call.ts';
import { open } from '../navigation/navigator.ts';
import { useLock } from '../security/lock.ts';
import { hasPassphrase } from '../security/unlock-methods.ts';
import type { OpenState } from '../../contract/vault.ts';

interface ToolbarProps {
  vault: OpenState;
  text: string;
  onText: (text: string) => void;
  found: number;
  fieldRef: Ref<HTMLInputElement>;
  onDown: () => void;
  onEnter: () => void;
  onSelect: () => void;
  hasSearch: boolean;
}

/** Search, add, and less frequent actions. */
export function Toolbar(props: ToolbarProps) {
  const { vault, text, onText, found, fieldRef, onDown, onEnter, onSelect, hasSearch } = props;
  const { t } = useTranslation();
  useMatchesSaid(text, found);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-3 pt-3 pb-2 tiny:px-2">
      {hasSearch ? (
        <SearchBox
          text={text}
          onText={onText}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') onDown();
            else if (event.key === 'Enter') onEnter();
            else return;
            event.preventDefault();
          }}
          fieldRef={fieldRef}
          className="max-w-2xl min-w-[min(9rem,100%)] grow-[999] basis-36"
          fieldClassName="border-transparent bg-ink/6 data-[focused]:bg-surface"
        />
      ) : (
        <div className="grow-[999]" />
      )}
      <div className="flex grow flex-wrap items-center justify-end gap-2">
        {hasSearch && !vault.readOnly && (
          <Button
            look="primary"
            className="grow px-3.5! sm:grow-0"
            icon={<Plus size={18} aria-hidden />}
            onPress={() => open({ at: 'add' })}
          >
            {t('codes.add')}
          </Button>
        )}
        <div className="flex items-center gap-2">
          <AccountButton />
          <More vault={vault} hasCodes={hasSearch} onSelect={onSelect} />
        </div>
      </div>
    </div>
  );
}

interface MoreProps extends Pick<ToolbarProps, 'vault' | 'onSelect'> {
  hasCodes: boolean;
}

function More({ vault, hasCodes, onSelect }: MoreProps) {
  const { t, i18n } = useTranslation();
  const lock = useLock(vault);
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const keys = (id: WindowCommandId) => keysText(id, host?.platform ?? 'other', i18n.language);
  return (
    <>
      <MenuTrigger>
        <IconButton label={t('codes.menu')} className="size-10!">
          <Ellipsis size={20} aria-hidden />
        </IconButton>
        <MenuCard placement="bottom end">
          <Menu className="outline-none">
            <MenuItem
              icon={<Settings size={17} />}
              keys={keys('settings')}
              onAction={() => open({ at: 'settings' })}
            >
              {t('settings.title')}
            </MenuItem>
            {hasCodes && (
              <MenuItem icon={<ListChecks size={17} />} onAction={onSelect}>
                {t('list.selectCodes')}
              </MenuItem>
            )}
            {hasCodes && (
              <MenuItem icon={<FolderOutput size={17} />} onAction={() => open({ at: 'export' })}>
                {t('exports.menu')}
              </MenuItem>
            )}
            <MenuItem icon={<Trash2 size={17} />} onAction={() => open({ at: 'deleted' })}>
              {t('codes.menuTrash')}
            </MenuItem>
            <MenuItem
              icon={<Command size={17} />}
              keys={keys('palette')}
              onAction={() => afterFrames(() => over.set('palette'))}
            >
              {t('commands.palette')}
            </MenuItem>
            <MenuItem
              icon={<Keyboard size={17} />}
              keys={keys('shortcuts')}
              onAction={() => afterFrames(() => over.set('shortcuts'))}
            >
              {t('commands.shortcuts')}
            </MenuItem>
            {hasPassphrase(vault) && (
              <MenuItem icon={<Lock size={17} />} keys={keys('lock')} onAction={lock}>
                {t('codes.menuLock')}
              </MenuItem>
            )}
            {hasCodes && <Order />}
          </Menu>
        </MenuCard>
      </MenuTrigger>
    </>
  );
}

/** The order of the list, as a part of its menu. */
function Order() {
  const { t } = useTranslation();
  const { preferences, client } = useApplication();
  const call = useEntryCall();
  return (
    <MenuChoice
      label={t('list.order')}
      value={useLive(preferences)?.listOrder ?? 'use'}
      onChange={(listOrder) => void call(() => client.preferences.set({ listOrder }))}
      options={[
        { value: 'use', label: t('list.orderUse') },
        { value: 'name', label: t('list.orderName') },
        { value: 'hand', label: t('list.orderHand') },
      ]}
    />
  );
}

/** Announces the number of matches when typing pauses, and again only when it is another one. */
function useMatchesSaid(text: string, found: number): void {
  const { t } = useTranslation();
  const said = useRef<number>(null);
  useEffect(() => {
    if (text === '') said.current = null;
    if (text === '' || said.current === found) return undefined;
    const timer = setTimeout(() => {
      said.current = found;
      announce(t('codes.matches', { count: found }));
    }, 600);
    return () => clearTimeout(timer);
  }, [text, found, t]);
}
