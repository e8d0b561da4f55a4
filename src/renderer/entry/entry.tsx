import { ArrowLeft, Pencil, Pin, PinOff, QrCode, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';
import { Button } from '../design/button.tsx';
import { IconButton } from '../design/icon-button.tsx';
import type { EntryPlace } from '../navigation/place.ts';
import { BigCode } from './big-code.tsx';
import { DeleteQuestion } from './delete-question.tsx';
import { Facts } from './facts.tsx';
import { RenameForm } from './rename-form.tsx';
import { Reveal } from './reveal.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useEntryCall } from './use-entry-call.ts';
import { Notice } from '../design/notice.tsx';
import { showToast } from '../design/toasts.tsx';

interface EntryProps {
  entry: EntryView;
  isReadOnly: boolean;
  /** What opens with it. */
  part: EntryPlace['part'];
  /** That part has been closed again. */
  onPartEnd: () => void;
  onCopy: (entry: EntryView, which?: 'current' | 'next') => void;
  /** Only if it covers the list. */
  onBack: (() => void) | undefined;
}

/** One entry: its code, large, the next code, its details and its actions. */
export function Entry({ entry, isReadOnly, part, onPartEnd, onCopy, onBack }: EntryProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(isReadOnly ? undefined : part);
  const [isRevealed, setRevealed] = useState(false);
  const call = useEntryCall();
  const close = () => {
    setAsked(undefined);
    if (part !== undefined) onPartEnd();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col scrolls">
      {onBack !== undefined && (
        <div className="sticky top-0 z-10 flex items-center bg-canvas px-3 pt-3 pb-1">
          <IconButton label={t('entry.back')} autoFocus onPress={onBack}>
            <ArrowLeft size={20} aria-hidden />
          </IconButton>
        </div>
      )}
      <div className="mx-auto flex w-full max-w-lg flex-col gap-6 px-6 pt-4 pb-8 two-panes:pt-10 tiny:px-3">
        <header className="flex items-center gap-4 tiny:flex-col tiny:items-start tiny:gap-2">
          <IssuerIcon issuer={entry.issuer} account={entry.account} size={56} />
          <div className="min-w-0 flex-1 tiny:w-full">
            <h2 className="text-xl leading-snug font-semibold tracking-tight wrap-anywhere">
              <bdi>{entry.issuer || entry.account || t('codes.unnamed')}</bdi>
            </h2>
            {entry.issuer !== '' && entry.account !== '' && (
              <p className="selectable wrap-anywhere text-soft">
                <bdi>{entry.account}</bdi>
              </p>
            )}
          </div>
        </header>
        <BigCode entry={entry} isReadOnly={isReadOnly} onCopy={onCopy} />
        {entry.replaced && !isReadOnly && <UndoReplace entry={entry} />}
        {asked === 'rename' && <RenameForm entry={entry} onClose={close} />}
        {asked === 'settings' && <SettingsForm entry={entry} onClose={close} />}
        {asked !== 'rename' && asked !== 'settings' && !isReadOnly && (
          <div className="flex flex-wrap gap-2">
            <Button size="small" icon={<Pencil size={15} aria-hidden />} onPress={() => setAsked('rename')}>
              {t('entry.rename')}
            </Button>
            <Button
              size="small"
              icon={entry.pinned ? <PinOff size={15} aria-hidden /> : <Pin size={15} aria-hidden />}
              onPress={() =>
                void call((client) => client.entries.setPinned({ id: entry.id, pinned: !entry.pinned }))
              }
            >
              {entry.pinned ? t('entry.unpin') : t('entry.pin')}
            </Button>
            <Button
              size="small"
              icon={<SlidersHorizontal size={15} aria-hidden />}
              onPress={() => setAsked('settings')}
            >
              {t('entry.settings')}
            </Button>
            <Button
              size="small"
              className="text-danger!"
              icon={<Trash2 size={15} aria-hidden />}
              onPress={() => setAsked('delete')}
            >
              {t('entry.delete')}
            </Button>
          </div>
        )}
        <Facts entry={entry} isReadOnly={isReadOnly} />
        <Button
          size="small"
          className="self-start"
          icon={<QrCode size={15} aria-hidden />}
          onPress={() => setRevealed(true)}
        >
          {t('exports.reveal')}
        </Button>
      </div>
      <Reveal entry={entry} isOpen={isRevealed} onClose={() => setRevealed(false)} />
      <DeleteQuestion entry={entry} name={nameOf(entry, t)} isOpen={asked === 'delete'} onClose={close} />
    </div>
  );
}

/** Restores the secret that a scan replaced. */
function UndoReplace({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const call = useEntryCall();
  const undo = async () => {
    const worked = await call((client) => client.entries.undoReplace({ id: entry.id }));
    if (worked) showToast(t('entry.replaceUndone'));
  };
  return (
    <Notice>
      <p className="mb-2">{t('entry.replacedText')}</p>
      <Button size="small" onPress={() => void undo()}>
        {t('entry.undoReplace')}
      </Button>
    </Notice>
  );
}
