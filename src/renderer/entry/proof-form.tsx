import { useTranslation } from 'react-i18next';
import type { Proof } from '../../contract/proof.ts';
import type { OpenState } from '../../contract/vault.ts';
import type { Act } from '../connection/use-act.ts';
import { Button } from '../design/button.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Form } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { isOfKitCode } from '../recovery/kit-code-field.tsx';
import { StopWaiting } from '../security/passphrase-wait.tsx';
import { ProofFields } from '../security/proof-fields.tsx';
import { isOfPassphrase, useProof } from '../security/use-proof.ts';

interface ProofFormProps {
  vault: OpenState;
  /** The call that answers with secrets. */
  act: Act<Proof>;
  warning: string;
  /** The label of the button that sends the proof. */
  label: string;
  onClose: () => void;
}

/** Asks the person to prove who they are before secrets of an entry are shown. */
export function ProofForm({ vault, act, warning, label, onClose }: ProofFormProps) {
  const { t } = useTranslation();
  const proving = useProof(vault, act);
  const { error } = act;
  return (
    <Form className="flex flex-col gap-4" onSend={proving.submit}>
      <Notice kind="warning">
        <p>{warning}</p>
      </Notice>
      <ProofFields vault={vault} proving={proving} autoFocus />
      {!isOfPassphrase(error) && !isOfKitCode(error) && <ErrorNotice error={error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <StopWaiting wait={proving.wait} />
        <Button onPress={onClose}>{t('entry.cancel')}</Button>
        <Button
          type="submit"
          look="primary"
          autoFocus={proving.by === 'keychain'}
          isPending={act.isPending}
          isDisabled={proving.isMissing}
        >
          {proving.wait.label ?? label}
        </Button>
      </div>
    </Form>
  );
}
