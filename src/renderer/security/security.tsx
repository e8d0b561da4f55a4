import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { Panel } from '../preferences/panel.tsx';
import { ReadOnlyNotice } from '../trouble/read-only.tsx';
import { KeyGroup } from './key-group.tsx';
import { LocksGroup } from './locks-group.tsx';
import { ModeGroup } from './mode-group.tsx';
import { PassphraseGroup } from './passphrase-group.tsx';

/** What opens the vault, when it locks, and its key. */
export function Security({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('settings.security')} width="cards">
      <ReadOnlyNotice vault={vault} />
      <ModeGroup vault={vault} />
      <PassphraseGroup vault={vault} />
      <LocksGroup vault={vault} />
      <KeyGroup vault={vault} />
    </Panel>
  );
}
