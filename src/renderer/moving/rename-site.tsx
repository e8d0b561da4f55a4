import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '../../contract/limits.ts';
import type { MovingSite } from '../../contract/moving.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Field } from '../design/field.tsx';
import { Form } from '../design/form.tsx';
import { announce } from '../design/toasts.tsx';
import { useLeave } from '../design/unsaved.tsx';
import { useEscape } from '../design/use-escape.ts';

/** Changes a site's name on the list. Esc discards the change, and asks first if there is one. */
export function RenameSite({ site, onClose }: { site: MovingSite; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(site.name);
  const leave = useLeave();
  const onKeyDown = useEscape(() => leave(onClose));
  const isEmpty = name.trim() === '';
  const rename = useAct(
    async (client) => client.moving.rename({ id: site.id, name }),
    () => {
      announce(t('moving.renamed', { name: name.trim() }));
      onClose();
    },
  );
  return (
    <Form
      className="flex flex-col gap-3 pt-1 pb-4 two-panes:ps-8"
      onSend={() => {
        if (!isEmpty) rename.run();
      }}
    >
      <Field
        autoFocus
        label={t('moving.name')}
        value={name}
        onChange={setName}
        onKeyDown={onKeyDown}
        limit={textLimits.label}
        error={isEmpty ? t('moving.nameEmpty') : undefined}
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
    </Form>
  );
}
