import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '../../contract/entry.ts';
import { textLimits } from '../../contract/limits.ts';
import { nameOf } from '../codes/name.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Field } from '../design/field.tsx';
import { Form } from '../design/form.tsx';
import { TextArea } from '../design/text-area.tsx';
import { Unsaved, useLeave } from '../design/unsaved.tsx';
import { useEscape } from '../design/use-escape.ts';
import { showUndo } from '../restore/show-undo.ts';
import { chosenIcon, IconField, type IconChoice } from './icon-field.tsx';
import { TagField, useKnownTags, withTyped } from './tag-field.tsx';

interface EditFormProps {
  entry: EntryView;
  onClose: () => void;
}

/** Changes names, tags, note and icon in place. Esc discards the changes, and asks first if there are any. */
export function EditForm(props: EditFormProps) {
  return (
    <Unsaved>
      <Fields {...props} />
    </Unsaved>
  );
}

function Fields({ entry, onClose }: EditFormProps) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [issuer, setIssuer] = useState(entry.issuer);
  const [account, setAccount] = useState(entry.account);
  const [tags, setTags] = useState<readonly string[]>(entry.tags);
  const [typedTag, setTypedTag] = useState('');
  const [note, setNote] = useState(entry.note);
  const [icon, setIcon] = useState<IconChoice | null>(null);
  const known = useKnownTags();
  const allTags = withTyped(tags, typedTag, known);
  /** What was changed; what was not stays as the vault has it, whatever the window made of it to show it. */
  const changed = {
    ...(issuer !== entry.issuer && { issuer }),
    ...(account !== entry.account && { account }),
    ...(allTags !== null && allTags !== entry.tags && { tags: [...allTags] }),
    ...(note !== entry.note && { note }),
    ...(icon !== null && chosenIcon(icon)),
  };
  const save = useAct(
    async () => client.entries.edit({ id: entry.id, ...changed }),
    ({ undoId }) => {
      onClose();
      const name = nameOf({ issuer: issuer.trim(), account: account.trim() }, t);
      showUndo(client, undoId, t('edit.saved', { name }), t);
    },
  );
  const leave = useLeave();
  const onKeyDown = useEscape(() => leave(onClose));
  return (
    <Form
      className="flex flex-col gap-4 rounded-2xl border border-line bg-surface p-4"
      onSend={() => {
        if (allTags === null) return;
        if (Object.keys(changed).length === 0) onClose();
        else save.run();
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
      <TagField
        tags={tags}
        known={known}
        text={typedTag}
        onText={setTypedTag}
        onChange={setTags}
        onEscape={() => leave(onClose)}
      />
      <TextArea
        onKeyDown={onKeyDown}
        label={t('edit.note')}
        hint={t('edit.noteHint')}
        value={note}
        onChange={setNote}
        limit={textLimits.note}
      />
      <IconField entry={{ issuer, account, icon: entry.icon }} choice={icon} onChange={setIcon} />
      <ErrorNotice error={save.error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="small" onPress={onClose}>
          {t('entry.cancel')}
        </Button>
        <Button size="small" type="submit" look="primary" isPending={save.isPending}>
          {t('entry.save')}
        </Button>
      </div>
    </Form>
  );
}
