import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { saveBlob } from '../../design/save-file.ts';
import { announce } from '../../design/toasts.tsx';
import { done } from '../../navigation/navigator.ts';
import { Panel } from '../../preferences/panel.tsx';
import type { Made } from './prepare.tsx';

interface SavedProps {
  made: Extract<Made, { as: 'file' }>;
  onMore: () => void;
}

/** What was written, where it is, and what to do with it afterwards. */
export function Saved({ made: { file, isEncrypted, entries }, onMore }: SavedProps) {
  const { t } = useTranslation();
  const sentence = t('exports.saved', { count: entries, name: file.name });
  useEffect(() => {
    announce(sentence);
    // Said once, when it appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <Panel title={t('exports.savedTitle')} onBack={onMore}>
      <div className="flex items-start gap-3 card p-4">
        <CircleCheck size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <div className="min-w-0 wrap-anywhere">
          <p className="font-medium text-pretty">{sentence}</p>
          <p className="text-pretty text-soft">{t('exports.savedWhere')}</p>
        </div>
      </div>
      {isEncrypted ? (
        <Notice>
          <p>{t('exports.passphraseAfter')}</p>
        </Notice>
      ) : (
        <Notice kind="warning" title={t('exports.deleteAfter')}>
          <p>{t('exports.deleteAfterText')}</p>
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={() => saveBlob(file.name, file.bytes)}>{t('exports.saveAgain')}</Button>
        <Button onPress={onMore}>{t('exports.more')}</Button>
        <Button look="primary" autoFocus onPress={() => done({ at: 'list' })}>
          {t('imports.toList')}
        </Button>
      </div>
    </Panel>
  );
}
