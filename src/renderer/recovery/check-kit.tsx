import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { showToast } from '../design/toasts.tsx';
import { Panel } from '../preferences/panel.tsx';
import { contractCode, errorField, errorWords } from '../words/error-words.ts';
import { Form } from '../design/form.tsx';

interface CheckKitProps {
  /** Groups of the page, counted from 1. */
  asks: readonly number[];
  onBack: () => void;
  /** The application no longer has the code in memory. */
  onForgotten: () => void;
  onEnd: () => void;
}

/** Asks for some groups of the printed page, to prove that it exists and is readable. */
export function CheckKit({ asks, onBack, onForgotten, onEnd }: CheckKitProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<readonly string[]>(asks.map(() => ''));
  const check = useAct(
    async (client) => client.recovery.check({ groups: [...typed] }),
    () => {
      showToast(t('recovery.checkDone'));
      onEnd();
    },
  );
  const code = contractCode(check.error);
  const wrong = code === 'KIT_GROUP_WRONG' ? errorField(check.error, 'group') : undefined;
  const words = wrong === undefined ? undefined : errorWords(check.error, t);
  const submit = () => check.run();
  if (code === 'KIT_NOT_PENDING') {
    return (
      <Panel title={t('recovery.checkTitle')}>
        <ErrorNotice error={check.error} />
        <Button look="primary" autoFocus onPress={onForgotten}>
          {t('recovery.wholeCode')}
        </Button>
      </Panel>
    );
  }
  return (
    <Panel title={t('recovery.checkTitle')} text={t('recovery.checkText')} onBack={onBack}>
      <Form className="flex flex-col gap-4" onSend={submit}>
        {asks.map((group, index) => (
          <Field
            key={group}
            label={t('recovery.group', { group })}
            autoFocus={index === 0}
            value={typed[index] ?? ''}
            onChange={(text) => setTyped(typed.map((one, at) => (at === index ? text.toUpperCase() : one)))}
            limit={16}
            autoComplete="off"
            spellCheck="false"
            error={wrong === group && words ? `${words.title}. ${words.text}` : undefined}
            inputClassName="font-mono tracking-wider"
          />
        ))}
        {wrong === undefined && <ErrorNotice error={check.error} />}
        <Button
          type="submit"
          look="primary"
          size="big"
          isPending={check.isPending}
          isDisabled={typed.some((group) => group.trim() === '')}
        >
          {t('recovery.check')}
        </Button>
      </Form>
      <div className="flex flex-wrap gap-2">
        <Button look="plain" size="small" onPress={onBack}>
          {t('recovery.showAgain')}
        </Button>
        <Button look="plain" size="small" onPress={onEnd}>
          {t('recovery.checkLater')}
        </Button>
      </div>
    </Panel>
  );
}
