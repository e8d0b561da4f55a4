import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { Check } from '../design/check.tsx';
import { ErrorNotice } from '../design/error-notice.tsx';
import { Sheet } from '../design/sheet.tsx';

interface StartEmptyProps {
  /** The label of the button that asks. */
  label: string;
  /** What happens to the vault left behind. */
  text: string;
  yes: string;
  no: string;
  act: { readonly mutate: (input: undefined) => void; readonly isPending: boolean; readonly error: unknown };
}

/** Leaves a vault that cannot be opened, and starts empty. Asks twice: a dialog, and a check box in it. */
export function StartEmpty({ label, ...rest }: StartEmptyProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button className="self-start" onPress={() => setAsked(true)}>
        {label}
      </Button>
      <Sheet
        role="alertdialog"
        title={t('trouble.startEmptyTitle')}
        isOpen={asked}
        onClose={() => setAsked(false)}
      >
        <Question {...rest} onClose={() => setAsked(false)} />
      </Sheet>
    </>
  );
}

function Question({ text, yes, no, act, onClose }: Omit<StartEmptyProps, 'label'> & { onClose: () => void }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  return (
    <div className="flex flex-col gap-4 text-sm text-ink">
      <p>{text}</p>
      <p className="font-medium">{t('trouble.startEmptySites')}</p>
      <Check isSelected={sure} onChange={setSure}>
        {t('trouble.startEmptySure')}
      </Check>
      <ErrorNotice error={act.error} />
      <div className="flex flex-col gap-2">
        <Button look="primary" autoFocus onPress={onClose}>
          {no}
        </Button>
        <Button
          look="danger"
          isDisabled={!sure}
          isPending={act.isPending}
          onPress={() => act.mutate(undefined)}
        >
          {yes}
        </Button>
      </div>
    </div>
  );
}
