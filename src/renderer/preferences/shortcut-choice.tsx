import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useApplication, useLive } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { acceleratorOf, heldKeyNames, keyNames } from './keys.ts';

/** The chosen shortcut, and a field that takes other keys. */
export function ShortcutChoice() {
  const { t, i18n } = useTranslation();
  const { calls, preferences } = useApplication();
  const { data: host } = useQuery(calls.host.info.queryOptions());
  const { mutate: set, error } = useMutation(calls.preferences.set.mutationOptions());
  const [isChoosing, setChoosing] = useState(false);
  const chosen = useLive(preferences)?.quickFindShortcut ?? null;
  const platform = host?.platform ?? 'other';
  const choose = (quickFindShortcut: string | null) => {
    setChoosing(false);
    set({ quickFindShortcut });
  };
  return (
    <>
      <ErrorNotice error={error} />
      {isChoosing ? (
        <KeysField
          held={heldKeyNames(platform, i18n.language)}
          onKeys={choose}
          onEnd={() => setChoosing(false)}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <span className="flex min-h-9 flex-1 flex-wrap items-center gap-1">
            {chosen === null ? (
              <span className="text-soft">{t('quickFind.shortcutNone')}</span>
            ) : (
              keyNames(chosen, platform, i18n.language).map((key) => (
                <kbd
                  key={key}
                  className="inline-flex h-7 min-w-7 items-center justify-center rounded-lg border border-line bg-canvas px-2 font-sans text-hint font-medium shadow-xs"
                >
                  {key}
                </kbd>
              ))
            )}
          </span>
          <Button size="small" onPress={() => setChoosing(true)}>
            {chosen === null ? t('quickFind.shortcutChoose') : t('quickFind.shortcutChange')}
          </Button>
          {chosen !== null && (
            <Button size="small" look="plain" onPress={() => choose(null)}>
              {t('quickFind.shortcutRemove')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

interface KeysFieldProps {
  /** The names of the keys of which one is held. */
  held: string;
  onKeys: (accelerator: string) => void;
  onEnd: () => void;
}

/** Takes the keys that are pressed in it. Tab leaves it, and so does Escape. */
function KeysField({ held, onKeys, onEnd }: KeysFieldProps) {
  const { t } = useTranslation();
  const [isRefused, setRefused] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    const isBare = !ctrlKey && !altKey && !metaKey && !shiftKey;
    if (key === 'Escape' && isBare) return onEnd();
    if (['Control', 'Alt', 'AltGraph', 'Shift', 'Meta'].includes(key)) return;
    const keys = acceleratorOf(event.nativeEvent);
    if (keys === null) setRefused(true);
    else onKeys(keys);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <input
        data-takes-keys
        ref={(field) => field?.focus()}
        readOnly
        value=""
        aria-label={t('quickFind.shortcutPress')}
        aria-describedby="keys-hint"
        placeholder={t('quickFind.shortcutPress')}
        onKeyDown={onKeyDown}
        onBlur={onEnd}
        className="h-10 w-full rounded-xl border border-accent bg-surface px-3 text-center outline-1 -outline-offset-1 outline-accent placeholder:text-soft"
      />
      <p
        id="keys-hint"
        role={isRefused ? 'alert' : undefined}
        className={`text-hint text-pretty ${isRefused ? 'text-danger' : 'text-soft'}`}
      >
        {isRefused ? t('quickFind.shortcutNot', { keys: held }) : t('quickFind.shortcutHint', { keys: held })}
      </p>
    </div>
  );
}
