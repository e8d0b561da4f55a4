import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { ErrorNotice } from './error-notice.tsx';
import { Sheet } from './sheet.tsx';
import type { Act } from '../connection/use-act.ts';

interface QuestionProps {
  title: string;
  /** The label of the confirming button. */
  yes: string;
  look?: 'primary' | 'danger';
  isOpen: boolean;
  onClose: () => void;
  call: Act<undefined>;
  children: ReactNode;
}

/** Asks before an action: what it means, with the way out first. */
export function Question({ title, yes, look = 'primary', isOpen, onClose, call, children }: QuestionProps) {
  const { t } = useTranslation();
  const close = () => {
    call.reset();
    onClose();
  };
  return (
    <Sheet title={title} isOpen={isOpen} onClose={close} role="alertdialog">
      <div className="flex flex-col gap-3 text-pretty">
        {children}
        <ErrorNotice error={call.error} />
        <div className="mt-2 flex flex-wrap justify-end gap-2">
          <Button autoFocus onPress={close}>
            {t('account.cancel')}
          </Button>
          <Button look={look} isPending={call.isPending} onPress={() => call.run(undefined)}>
            {yes}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
