import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '../../../contract/limits.ts';
import { useApplication } from '../../connection/application.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { errorWords } from '../../words/error-words.ts';
import { done } from '../../navigation/navigator.ts';
import { Form } from '../../design/form.tsx';
import { Step } from '../shared/step.tsx';
import { useCall } from '../shared/use-call.ts';

/** For a link copied from a mail on another device. */
export function PasteLink() {
  const { t } = useTranslation();
  const { client } = useApplication();
  const [text, setText] = useState('');
  const open = useCall(
    async () => client.account.link.open({ text: text.trim() }),
    () => done(),
  );
  const words = open.error === null ? undefined : errorWords(open.error, t);
  return (
    <Step title={t('account.paste.title')} text={t('account.paste.text')}>
      <Form
        className="flex flex-col gap-4"
        onSend={() => {
          if (text.trim() !== '') open.run(undefined);
        }}
      >
        <Field
          label={t('account.paste.field')}
          hint={t('account.paste.hint')}
          error={words === undefined ? undefined : `${words.title}. ${words.text}`}
          value={text}
          onChange={setText}
          autoFocus
          autoComplete="off"
          autoCorrect="off"
          spellCheck="false"
          limit={textLimits.pasted}
        />
        <Button
          type="submit"
          look="primary"
          className="w-full"
          isPending={open.isPending}
          isDisabled={text.trim() === ''}
        >
          {t('account.paste.open')}
        </Button>
      </Form>
    </Step>
  );
}
