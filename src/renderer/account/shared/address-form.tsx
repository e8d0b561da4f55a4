import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { ErrorNotice } from '../../design/error-notice.tsx';
import { AddressField, isAddress } from './address-field.tsx';
import { Form } from '../../design/form.tsx';
import type { Call } from './use-call.ts';

interface AddressFormProps {
  /** The initial value. */
  known: string;
  /** Called with the address once it is valid. */
  ask: Call<string>;
  submitLabel: string;
  autoFocus?: boolean;
  className: string;
}

/** Asks for the account's address, to send a mail there. */
export function AddressForm({ known, ask, submitLabel, autoFocus = false, className }: AddressFormProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(known);
  const [isTried, setTried] = useState(false);
  return (
    <Form
      className={`flex flex-col ${className}`}
      onSend={() => {
        setTried(true);
        if (isAddress(email)) ask.run(email);
      }}
    >
      <AddressField
        label={t('account.address')}
        value={email}
        onChange={setEmail}
        isTried={isTried}
        isUserName
        autoFocus={autoFocus}
      />
      <ErrorNotice error={ask.error} />
      <Button type="submit" look="primary" className="w-full" isPending={ask.isPending}>
        {submitLabel}
      </Button>
    </Form>
  );
}
