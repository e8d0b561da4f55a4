import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { Combo } from '../commands/combo.tsx';
import { findChoices } from '../commands/find-choices.ts';
import { useSettingChoices } from '../commands/use-choices.tsx';

/** Searches all settings of all sections, by their names and other words for them. Without a text, shows `children`. */
export function SettingSearch({ vault, children }: { vault: OpenState; children: ReactNode }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const clear = () => setText('');
  const settings = useSettingChoices(vault, clear);
  const isSearching = text.trim() !== '';
  return (
    <>
      <search className="flex flex-col gap-1 pb-2">
        <Combo
          label={t('settings.search')}
          text={text}
          onText={setText}
          groups={isSearching ? [{ title: t('settings.found'), choices: findChoices(settings, text) }] : []}
          look="panel"
          nothing={
            <p role="status" className="px-3 py-4 text-hint text-soft">
              {t('settings.searchNothing', { text })}
            </p>
          }
          {...(text !== '' && { onEscape: clear })}
        />
      </search>
      {!isSearching && children}
    </>
  );
}
