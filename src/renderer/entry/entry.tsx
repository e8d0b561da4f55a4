import { ArrowLeft, Pencil, Pin, PinOff, QrCode, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';
import { Button } from '../design/button.tsx';
import { useHeadingFocus } from '../design/heading-focus.ts';
import { IconButton } from '../design/icon-button.tsx';
import type { EntryPlace } from '../navigation/place.ts';
import { BigCode } from './big-code.tsx';
import { DeleteQuestion } from './delete-question.tsx';
import { EditForm } from './edit-form.tsx';
import { Facts } from './facts.tsx';
import { FormerKeys } from './former-keys.tsx';
import { Reveal } from './reveal.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SiteCodes } from './site-codes.tsx';
import { useEntryCall } from './use-entry-call.ts';

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
  /** Whose form was closed: its button stands there again, and has the focus. */
  const [closed, setClosed] = useState<EntryPlace['part']>();
  const call = useEntryCall();
  const { screen, heading } = useHeadingFocus<HTMLDivElement>(onBack !== undefined && part === undefined);
  const close = () => {
    setClosed(asked);
    setAsked(undefined);
    if (part !== undefined) onPartEnd();
  };
  return (
    <div ref={screen} className="flex min-h-0 flex-1 flex-col scrolls">
      {onBack !== undefined && (
        <div className="sticky top-0 z-10 flex items-center bg-canvas px-3 pt-3 pb-1">
          <IconButton label={t('entry.back')} onPress={onBack}>
            <ArrowLeft size={20} aria-hidden />
          </IconButton>
        </div>
      )}
      <div className="mx-auto flex w-full max-w-text flex-col gap-6 px-6 pt-4 pb-8 two-panes:mx-0 two-panes:px-8 two-panes:pt-8 tiny:px-3">
        <header className="flex items-center gap-4 tiny:flex-col tiny:items-start tiny:gap-2">
          <IssuerIcon issuer={entry.issuer} account={entry.account} icon={entry.icon} size={56} />
          <div className="min-w-0 flex-1 tiny:w-full">
            <h2
              ref={heading}
              tabIndex={-1}
              className="text-xl leading-snug font-semibold tracking-tight wrap-anywhere outline-none!"
            >
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
        <Said tags={entry.tags} note={entry.note} />
        {asked === 'rename' && <EditForm entry={entry} onClose={close} />}
        {asked === 'settings' && <SettingsForm entry={entry} onClose={close} />}
        {asked !== 'rename' && asked !== 'settings' && !isReadOnly && (
          <div className="flex flex-wrap gap-2">
            <Button
              size="small"
              icon={<Pencil size={15} aria-hidden />}
              autoFocus={closed === 'rename'}
              onPress={() => setAsked('rename')}
            >
              {t('edit.title')}
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
              autoFocus={closed === 'settings'}
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
        <SiteCodes entry={entry} isReadOnly={isReadOnly} />
        <FormerKeys entry={entry} isReadOnly={isReadOnly} />
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

/** The tags and the note; nothing where there are none. */
function Said({ tags, note }: Pick<EntryView, 'tags' | 'note'>) {
  const { t } = useTranslation();
  if (tags.length === 0 && note === '') return null;
  return (
    <div className="flex flex-col gap-3">
      {tags.length > 0 && (
        <ul aria-label={t('edit.tags')} className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li key={tag} className="rounded-full bg-ink/7 px-3 py-1 text-hint wrap-anywhere">
              <bdi>{tag}</bdi>
            </li>
          ))}
        </ul>
      )}
      {note !== '' && (
        <section aria-label={t('edit.note')} className="rounded-2xl bg-ink/4 px-4 py-3">
          <p dir="auto" className="selectable text-hint wrap-anywhere whitespace-pre-wrap">
            {note}
          </p>
        </section>
      )}
    </div>
  );
}
