import { Ellipsis, FolderOutput, Lock, Plus, Settings, Trash2 } from 'lucide-react';
import { useEffect, type Ref } from 'react';
import { Menu, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AccountButton } from '../account/header/account-button.tsx';
import { Button } from '../design/button.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { MenuCard, MenuItem } from '../design/menu.tsx';
import { SearchBox } from '../design/search-box.tsx';
import { announce } from '../design/toasts.tsx';
import { open } from '../navigation/navigator.ts';
import { useLock, useLockKeys } from '../security/lock.ts';
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
  hasSearch: boolean;
}

/** Search, add, and less frequent actions. */
export function Toolbar(props: ToolbarProps) {
  const { vault, text, onText, found, fieldRef, onDown, onEnter, hasSearch } = props;
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
          className="min-w-[min(9rem,100%)] grow-[999] basis-36"
          fieldClassName="border-transparent bg-ink/6 data-[focused]:bg-surface"
        />
      ) : (
        <div className="grow-[999]" />
      )}
      <div className="flex grow flex-wrap items-center justify-end gap-2">
        {hasSearch && !vault.readOnly && (
          <Button
            look="primary"
            className="grow px-3.5!"
            icon={<Plus size={18} aria-hidden />}
            onPress={() => open({ at: 'add' })}
          >
            {t('codes.add')}
          </Button>
        )}
        <div className="flex items-center gap-2">
          <AccountButton />
          <More vault={vault} hasCodes={hasSearch} />
        </div>
      </div>
    </div>
  );
}

function More({ vault, hasCodes }: { vault: OpenState; hasCodes: boolean }) {
  const { t } = useTranslation();
  const lock = useLock(vault);
  const keys = useLockKeys();
  return (
    <>
      <MenuTrigger>
        <IconButton label={t('codes.menu')} className="size-10!">
          <Ellipsis size={20} aria-hidden />
        </IconButton>
        <MenuCard placement="bottom end">
          <Menu className="outline-none">
            <MenuItem icon={<Settings size={17} />} onAction={() => open({ at: 'settings' })}>
              {t('settings.title')}
            </MenuItem>
            {hasCodes && (
              <MenuItem icon={<FolderOutput size={17} />} onAction={() => open({ at: 'export' })}>
                {t('exports.menu')}
              </MenuItem>
            )}
            <MenuItem icon={<Trash2 size={17} />} onAction={() => open({ at: 'deleted' })}>
              {t('codes.menuTrash')}
            </MenuItem>
            {hasPassphrase(vault) && (
              <MenuItem icon={<Lock size={17} />} keys={keys} onAction={lock}>
                {t('codes.menuLock')}
              </MenuItem>
            )}
          </Menu>
        </MenuCard>
      </MenuTrigger>
    </>
  );
}

/** Announces the number of matches when typing pauses. */
function useMatchesSaid(text: string, found: number): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (text === '') return undefined;
    const timer = setTimeout(() => announce(t('codes.matches', { count: found })), 600);
    return () => clearTimeout(timer);
  }, [text, found, t]);
}
