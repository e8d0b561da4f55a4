import { ScanQrCode, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AccountInvitation } from '../account/header/invitation.tsx';
import { Ways } from '../add/ways.tsx';
import { StepOf } from '../first-run/step-of.tsx';
import { useIsNew } from '../first-run/use-create.ts';
import { Button } from '../design/button.tsx';
import { useHeadingFocus } from '../design/heading-focus.ts';

/**
 * There are no entries yet: shows one prominent way to start, and the others below it. As the last screen of a first run,
 * its heading has the focus, as on the screens before it.
 */
export function Empty({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation();
  const isNew = useIsNew();
  const { screen, heading } = useHeadingFocus<HTMLDivElement>(isNew);
  return (
    <div ref={screen} className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 scrolls">
        <div className="mx-auto flex min-h-full w-full max-w-sm flex-col justify-center gap-6 px-5 py-8">
          <div className="flex flex-col items-center gap-3 text-center">
            <div
              aria-hidden
              className="flex size-20 items-center justify-center rounded-3xl bg-tint text-accent"
            >
              <ScanQrCode size={40} strokeWidth={1.6} />
            </div>
            <h2 ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-tight outline-none!">
              {isNew ? t('firstRun.firstCode') : t('codes.emptyTitle')}
            </h2>
            <p className="text-pretty text-soft">{t('codes.emptyText')}</p>
          </div>
          {!isReadOnly && <Ways />}
          {isNew && <StepOf step={3} />}
        </div>
      </div>
      <AccountInvitation />
    </div>
  );
}

interface NoMatchProps {
  text: string;
  /** Whether only a part of the codes was searched: those with a tag, or without one. */
  isFiltered: boolean;
  onClear: () => void;
  /** Searches all of them. */
  onAll: () => void;
}

/** The search found nothing; or no code is without a tag. */
export function NoMatch({ text, isFiltered, onClear, onAll }: NoMatchProps) {
  const { t } = useTranslation();
  return (
    <div className="m-auto flex max-w-xs flex-col items-center gap-3 p-6 text-center">
      <SearchX size={36} strokeWidth={1.5} aria-hidden className="text-soft" />
      <h2 className="font-semibold wrap-anywhere">
        {text === ''
          ? t('list.noneUntagged')
          : isFiltered
            ? t('list.noMatchHere', { text })
            : t('codes.noMatch', { text })}
      </h2>
      {text !== '' && <p className="text-soft">{t('codes.noMatchText')}</p>}
      <div className="flex flex-wrap justify-center gap-2">
        {isFiltered && (
          <Button size="small" onPress={onAll}>
            {text === '' ? t('list.all') : t('list.searchAll')}
          </Button>
        )}
        {text !== '' && (
          <Button size="small" onPress={onClear}>
            {t('codes.clearSearch')}
          </Button>
        )}
      </div>
    </div>
  );
}
