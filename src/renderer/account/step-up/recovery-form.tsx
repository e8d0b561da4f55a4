import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { plainRecoveryCode, wholeRecoveryCode } from '../../../contract/account-service/spelling.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { errorWords } from '../../words/error-words.ts';
import { Form } from '../../design/form.tsx';
import type { Call } from '../shared/use-call.ts';

/** Asks for one of the recovery codes that the person kept. */
export function RecoveryForm({ recover }: { recover: Call<string> }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const plain = plainRecoveryCode(code);
  const isWhole = wholeRecoveryCode.test(plain);
  const words = recover.error === null ? undefined : errorWords(recover.error, t);
  const missing = isTried && !isWhole ? t('account.stepUp.recoveryNotYet') : undefined;
  return (
    <Form
      className="flex flex-col gap-4"
      onSend={() => {
        setTried(true);
        if (isWhole) recover.run(plain);
      }}
    >
      <Field
        label={t('account.stepUp.recoveryField')}
        hint={t('account.stepUp.recoveryHint')}
        error={missing ?? (words === undefined ? undefined : `${words.title}. ${words.text}`)}
        value={code}
        onChange={setCode}
        autoFocus
        autoComplete="off"
        autoCorrect="off"
        spellCheck="false"
        limit={accountLimits.recoveryCodeTyped}
        inputClassName="font-mono tracking-wide uppercase"
      />
      <Button type="submit" look="primary" className="w-full" isPending={recover.isPending}>
        {t('account.stepUp.recoverySubmit')}
      </Button>
    </Form>
  );
}
