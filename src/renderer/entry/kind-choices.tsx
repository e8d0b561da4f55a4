import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../../contract/duplicate.ts';
import { Choice } from '../controls/choice.tsx';

interface ChoiceProps<T extends string> {
  value: T;
  onChange: (value: T) => void;
}

/** How an entry makes its codes: by time, by a counter, or as Steam Guard does. */
export function KindChoice({ value, onChange }: ChoiceProps<SettingsView['kind']>) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('entry.kind')}
      look="segments"
      value={value}
      onChange={onChange}
      options={[
        { value: 'totp', label: t('entry.kindTotp') },
        { value: 'hotp', label: t('entry.kindHotp') },
        { value: 'steam', label: t('entry.kindSteam') },
      ]}
    />
  );
}

/** The hash that an entry's codes are made with. */
export function AlgorithmChoice({ value, onChange }: ChoiceProps<SettingsView['algorithm']>) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('entry.algorithm')}
      look="segments"
      value={value}
      onChange={onChange}
      options={[
        { value: 'SHA1', label: 'SHA-1' },
        { value: 'SHA256', label: 'SHA-256' },
        { value: 'SHA512', label: 'SHA-512' },
      ]}
    />
  );
}
