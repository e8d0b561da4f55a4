import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { textLimits } from '../../contract/limits.ts';
import { nameOf } from '../codes/name.ts';
import { useApplication } from '../connection/application.ts';
import { Button } from '../design/button.tsx';
import { useEscape } from '../design/use-escape.ts';
import { Field } from '../design/field.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { announce } from '../design/toasts.tsx';
import { Unsaved, useLeave } from '../design/unsaved.tsx';

interface RenameFormProps {
  entry: EntryView;
  onClose: () => void;
}

/** Changes issuer and account in place. Esc discards the changes, and asks first if there are any. */
export function RenameForm(props: RenameFormProps) {
  return (
    <Unsaved>
      <Names {...props} />
    </Unsaved>
  );
}

function Names({ entry, onClose }: RenameFormProps) {
  const { t } = useTranslation();
  const [issuer, setIssuer] = useState(entry.issuer);
  const [account, setAccount] = useState(entry.account);
  const rename = useMutation(
    useApplication().calls.entries.rename.mutationOptions({
      onSuccess: () => {
        announce(t('entry.renamed', { name: nameOf({ issuer: issuer.trim(), account: account.trim() }, t) }));
        onClose();
      },
    }),
  );
  const leave = useLeave();
  const onKeyDown = useEscape(() => leave(onClose));
  return (
    <form
      className="flex flex-col gap-3 rounded-2xl border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!rename.isPending) rename.mutate({ id: entry.id, issuer, account });
      }}
    >
      <Field
        onKeyDown={onKeyDown}
        autoFocus
        label={t('entry.issuer')}
        value={issuer}
        onChange={setIssuer}
        limit={textLimits.label}
      />
      <Field
        onKeyDown={onKeyDown}
        label={t('entry.account')}
        value={account}
        onChange={setAccount}
        limit={textLimits.label}
      />
      <ErrorNotice error={rename.error} />
      <div className="flex justify-end gap-2">
        <Button size="small" onPress={onClose}>
          {t('entry.cancel')}
        </Button>
        <Button size="small" type="submit" look="primary" isPending={rename.isPending}>
          {t('entry.save')}
        </Button>
      </div>
    </form>
  );
}
