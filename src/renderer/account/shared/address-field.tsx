import { useTranslation } from 'react-i18next';
import { readAddress } from '../../../contract/account-service/address.ts';
import { accountLimits } from '../../../contract/account-service/limits.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { suggestAddress } from './suggest-address.ts';

interface AddressFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  /** The form was sent once: an invalid address is now an error. */
  isTried?: boolean;
  error?: string | undefined;
  autoFocus?: boolean;
  /** Is it the person's own user name? Tells the browser or password manager. */
  isUserName?: boolean;
}

/** An e-mail address. A likely typo only gives a suggestion; an invalid address is reported when it is sent. */
export function AddressField({
  value,
  isTried = false,
  error,
  isUserName = false,
  ...rest
}: AddressFieldProps) {
  const { t } = useTranslation();
  const suggestion = suggestAddress(value);
  const missing = value.includes('@') ? t('account.addressNotYet') : t('account.addressNoAt');
  return (
    <div className="flex flex-col gap-1.5">
      <Field
        {...rest}
        value={value}
        error={error ?? (isTried && !isAddress(value) ? missing : undefined)}
        // Not type "email": the browser would convert an international domain to A-labels during typing.
        type="text"
        inputMode="email"
        autoComplete={isUserName ? 'username' : 'email'}
        autoCorrect="off"
        spellCheck="false"
        limit={accountLimits.address}
        // Text around a pasted address (a name, `mailto:`) is not sent.
        counted={readAddress(value) ?? value}
      />
      {suggestion === null && /@[^.@]+$/.test(readAddress(value) ?? '') && (
        <p className="text-hint text-soft">{t('account.addressNoDot')}</p>
      )}
      {suggestion !== null && (
        <p className="flex flex-wrap items-center gap-x-2 text-hint">
          <span>{t('account.addressSuggestion', { address: suggestion })}</span>
          <Button
            size="small"
            look="plain"
            className="h-6! px-1.5! text-accent!"
            onPress={() => rest.onChange(suggestion)}
          >
            {t('account.addressTake', { address: suggestion })}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Does its form allow sending mail there? Matches what the contract accepts. */
export function isAddress(text: string): boolean {
  return readAddress(text) !== null;
}
