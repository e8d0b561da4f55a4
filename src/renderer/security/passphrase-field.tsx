import { useTranslation } from 'react-i18next';
import { textLimits } from '../../contract/limits.ts';
import { CoveredField, type CoveredFieldProps } from '../design/covered-field.tsx';

/** The passphrase of a vault or a backup. */
export function PassphraseField(props: CoveredFieldProps) {
  const { t } = useTranslation();
  return (
    <CoveredField
      {...props}
      limit={textLimits.passphrase}
      showLabel={t('firstRun.show')}
      hideLabel={t('firstRun.hide')}
    />
  );
}
