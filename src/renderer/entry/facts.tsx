import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import type { EntryView } from '../../contract/entry.ts';
import { formatDate } from '../words/dates.ts';
import { algorithmName, otpKindName } from './shape.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { IconButton } from '../design/icon-button.tsx';
import { useEscape } from '../design/use-escape.ts';
import { Field } from '../design/field.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { announce } from '../design/toasts.tsx';

/** The details of an entry. */
export function Facts({ entry, isReadOnly }: { entry: EntryView; isReadOnly: boolean }) {
  const { t } = useTranslation();
  const digits =
    entry.kind === 'steam'
      ? t('entry.shapeCharacters', { count: entry.digits })
      : t('entry.shapeDigits', { count: entry.digits });
  const shape = entry.kind === 'hotp' ? digits : `${digits}, ${t('entry.every', { count: entry.period })}`;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2.5 text-hint tiny:grid-cols-1 tiny:gap-y-0.5">
      <Fact name={t('entry.kind')}>{otpKindName(entry.kind, t)}</Fact>
      <Fact name={t('entry.shape')}>{shape}</Fact>
      {entry.kind !== 'steam' && <Fact name={t('entry.algorithm')}>{algorithmName(entry.algorithm)}</Fact>}
      {entry.counter !== null && (
        <Fact name={t('entry.counter')}>
          <CounterFact entry={entry} counter={entry.counter} isReadOnly={isReadOnly} />
        </Fact>
      )}
      <Fact name={t('entry.added')}>{formatDate(entry.addedAt)}</Fact>
      <Fact name={t('entry.lastUsed')}>
        {entry.lastUsedAt === null ? t('entry.never') : formatDate(entry.lastUsedAt, true)}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 tiny:mb-2">{children}</dd>
    </>
  );
}

interface CounterFactProps {
  entry: EntryView;
  counter: number;
  isReadOnly: boolean;
}

/** The counter of the next code; the person can set it if the site and the entry have diverged. */
function CounterFact({ entry, counter, isReadOnly }: CounterFactProps) {
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
