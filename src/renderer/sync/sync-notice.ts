import { useTranslation } from 'react-i18next';
import type { OpenState } from '../../contract/vault.ts';
import { useApplication, useLive } from '../connection/application.ts';
import { open } from '../navigation/navigator.ts';
import type { VaultNotice } from '../trouble/vault-notice.ts';
import { troubleWords } from './trouble-words.ts';

/** The home screen's notice about sync: none, unless it needs the person. */
export function useSyncNotice(vault: OpenState): VaultNotice | null {
  const { t } = useTranslation();
  const view = useLive(useApplication().sync);
  if (view === null || view.stage === 'off' || vault.readOnly) return null;
  const action = { label: t('sync.see'), run: () => open({ at: 'settings', section: 'sync' }) };
  const { trouble } = view;
  if (trouble !== null && trouble.next !== 'wait') {
    const { title, text } = troubleWords(trouble, t);
    return { key: `sync ${trouble.code} ${trouble.next}`, kind: 'warning', title, text, action };
  }
  if (view.stage !== 'on') return null;
  const { question, conflicts } = view;
  if (question !== null) {
    return {
      key: `sync question ${question.manifest}`,
      kind: 'warning',
      title: t('sync.warnQuestion'),
      text: t('sync.warnQuestionText'),
      action,
    };
  }
  if (conflicts.length === 0) return null;
  return {
    key: `sync conflicts ${conflicts.map(({ second }) => second).join(' ')}`,
    kind: 'warning',
    title: t('sync.warnConflicts'),
    text: t('sync.warnConflictsText', { count: conflicts.length }),
    action,
  };
}
