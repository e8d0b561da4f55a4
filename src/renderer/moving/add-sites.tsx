import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLength, textLimits } from '../../contract/limits.ts';
import { movingApps, type MovingApp } from '../../contract/vocabulary.ts';
import { useApplication } from '../connection/application.ts';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Choice } from '../design/choice.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Form } from '../design/form.tsx';
import { TextArea } from '../design/text-area.tsx';
import { showToast } from '../design/toasts.tsx';
import { showUndo } from '../restore/show-undo.ts';
import { appName } from './app-name.ts';
import { namesIn } from './names.ts';

/** How much of a name that is too long is quoted, in characters. */
const quoted = 30;

/** Puts sites on the list: many at once, one a line. `from`: the app that was chosen last. */
export function AddSites({ from = 'authy' }: { from?: MovingApp | undefined }) {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [app, setApp] = useState<MovingApp>(from);
  const [text, setText] = useState('');
  const names = namesIn(text);
  const tooLong = names.find((name) => textLength(name) > textLimits.label);
  const add = useAct(
    async () => client.moving.add({ app, names }),
    ({ added, skipped, undoId }) => {
      setText('');
      const left = skipped > 0 ? [t('moving.skipped', { count: skipped })] : [];
      if (added === 0) showToast([t('moving.addedNone'), ...left].join(' '));
      else showUndo(client, undoId, [t('moving.added', { count: added }), ...left].join(' '), t);
    },
  );
  return (
    <Form
      className="flex flex-col gap-4"
      onSend={() => {
        if (names.length > 0 && tooLong === undefined) add.run();
      }}
    >
      <Choice
        label={t('moving.app')}
        value={app}
        onChange={setApp}
        options={movingApps.map((value) => ({ value, label: appName(value, t) }))}
      />
      <TextArea
        label={t('moving.names')}
        hint={t('moving.namesHint')}
        value={text}
        onChange={setText}
        limit={textLimits.pasted}
        error={
          tooLong === undefined ? undefined : t('moving.nameTooLong', { name: tooLong.slice(0, quoted) })
        }
      />
      <ErrorNotice error={add.error} />
      <Button
        type="submit"
        look="primary"
        className="self-end"
        isDisabled={names.length === 0 || tooLong !== undefined}
        isPending={add.isPending}
      >
        {t('moving.addDo')}
      </Button>
    </Form>
  );
}
