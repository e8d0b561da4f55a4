import { useMutation } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { useApplication } from '../connection/application.ts';
import { Button, IconButton } from '../controls/button.tsx';
import { useEscape } from '../controls/use-escape.ts';
import { Field } from '../controls/field.tsx';
import { ErrorNotice } from '../controls/notice.tsx';
import { announce } from '../controls/toasts.tsx';

interface CounterFactProps {
  entry: EntryView;
  counter: number;
  isReadOnly: boolean;
}

/** The counter of the next code; the person can set it if the site and the entry have diverged. */
export function CounterFact({ entry, counter, isReadOnly }: CounterFactProps) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const save = useMutation(
    useApplication().calls.entries.setCounter.mutationOptions({
      onSuccess: (_, input) => {
        announce(t('entry.counterSaved', { counter: input.counter }));
        setText(null);
      },
    }),
  );
  const onKeyDown = useEscape(() => setText(null));
  if (text === null) {
    return (
      <span className="flex items-center gap-2">
        <span className="digits">{counter}</span>
        {!isReadOnly && (
          <IconButton
            label={t('entry.counterEdit')}
            className="-my-2 size-7!"
            onPress={() => setText(String(counter))}
          >
            <Pencil size={14} aria-hidden />
          </IconButton>
        )}
      </span>
    );
  }
  const value = /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== null && !save.isPending) save.mutate({ id: entry.id, counter: value });
      }}
    >
      <Field
        onKeyDown={onKeyDown}
        autoFocus
        label={t('entry.counter')}
        hint={t('entry.counterHint')}
        inputMode="numeric"
        value={text}
        onChange={setText}
      />
      <ErrorNotice error={save.error} />
      <div className="flex gap-2">
        <Button
          size="small"
          type="submit"
          look="primary"
          isDisabled={value === null}
          isPending={save.isPending}
        >
          {t('entry.save')}
        </Button>
        <Button size="small" onPress={() => setText(null)}>
          {t('entry.cancel')}
        </Button>
      </div>
    </form>
  );
}
