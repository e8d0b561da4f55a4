import { useTranslation } from 'react-i18next';
import { otpAlgorithms, otpKinds, type OtpAlgorithm, type OtpKind } from '../../contract/vocabulary.ts';
import { Choice } from '../design/choice.tsx';
import { algorithmName, otpKindName } from './shape.ts';

interface ChoiceProps<T extends string> {
  /** Default: the choice's plain name. */
  label?: string;
  value: T;
  onChange: (value: T) => void;
}

/** How an entry generates its codes: by time, by counter, or as Steam Guard does. */
export function KindChoice({ label, value, onChange }: ChoiceProps<OtpKind>) {
  const { t } = useTranslation();
  return (
    <Choice
      label={label ?? t('entry.kind')}
      look="segments"
      value={value}
      onChange={onChange}
      options={otpKinds.map((kind) => ({ value: kind, label: otpKindName(kind, t) }))}
    />
  );
}

/** The hash algorithm of an entry's codes. */
export function AlgorithmChoice({ value, onChange }: Omit<ChoiceProps<OtpAlgorithm>, 'label'>) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('entry.algorithm')}
      look="segments"
      value={value}
      onChange={onChange}
      options={otpAlgorithms.map((algorithm) => ({ value: algorithm, label: algorithmName(algorithm) }))}
    />
  );
}
