import { useTranslation } from 'react-i18next';
import { isOfKitCode, KitCodeField } from './kit-code-field.tsx';
import { SourceForm, type SourceFormProps } from './source-form.tsx';

/** Asks for the page's recovery code, or its QR code. */
export function KitCodeForm(props: SourceFormProps) {
  const { t } = useTranslation();
  return (
    <SourceForm
      {...props}
      Field={KitCodeField}
      isOfField={isOfKitCode}
      says={{
        text: t('recovery.scanText'),
        scanning: t('recovery.scanning'),
        stopped: t('recovery.scanStopped'),
      }}
    />
  );
}
