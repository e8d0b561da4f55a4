import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication } from '../connection/application.ts';
import { useStore } from '../connection/store.ts';
import { keyNames } from '../preferences/keys.ts';
import { Hint, Keys } from '../quick-find/hints.tsx';
import { Combo, type Choosable } from './combo.tsx';
import { bestFirst, findChoices } from './find-choices.ts';
import { over } from './use-run.ts';
import { useCommandChoices, useEntryChoices, useSettingChoices } from './use-choices.tsx';

/** Commands, settings and codes, by a few letters. It lies over the window and is gone with what it does. */
export function Palette({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const isOpen = useStore(over) === 'palette';
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && over.set(null)}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center overflow-hidden bg-veil p-3 pt-[min(12vh,6rem)]"
    >
      <Modal className="flex max-h-full w-full max-w-xl flex-col overflow-hidden rounded-2xl border border-line bg-raised shadow-lift outline-none">
        <Dialog aria-label={t('commands.palette')} className="flex min-h-0 flex-col outline-none">
          <Finding vault={vault} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finding({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const close = () => over.set(null);
  const { recent, others } = useCommandChoices(vault, close);
  const settings = useSettingChoices(vault, close);
  const findEntries = useEntryChoices(close);
  const groups =
    text.trim() === ''
      ? [
          { title: t('palette.recent'), choices: recent },
          { title: t('palette.commands'), choices: others },
        ]
      : bestFirst(
          [
            { title: t('codes.list'), choices: findEntries(text) },
            { title: t('palette.commands'), choices: findChoices([...recent, ...others], text) },
            { title: t('settings.title'), choices: findChoices(settings, text) },
          ],
          text,
        );
  return (
    <Combo
      label={t('palette.search')}
      text={text}
      onText={setText}
      groups={groups}
      look="palette"
      autoFocus
      nothing={
        <p role="status" className="px-5 py-8 text-center text-soft">
          {t('palette.nothing', { text })}
        </p>
      }
      Foot={Foot}
    />
  );
}

/** What the keys do for what is chosen. */
function Foot({ active }: { active: Choosable | undefined }) {
  const { t, i18n } = useTranslation();
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  const platform = host?.platform ?? 'other';
  const mod = platform === 'darwin' ? 'Super' : 'Control';
  return (
    <Keys>
      {active?.id.startsWith('entry ') === true ? (
        <>
          <Hint keys={['↵']}>{t('codes.copyCode')}</Hint>
          <Hint keys={[...keyNames(mod, platform, i18n.language), '↵']}>{t('palette.open')}</Hint>
        </>
      ) : (
        <Hint keys={['↑', '↓', '↵']}>{t('palette.choose')}</Hint>
      )}
      <Hint keys={['Esc']}>{t('add.close')}</Hint>
    </Keys>
  );
}
