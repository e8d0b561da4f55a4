import { ArrowLeft, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useBackStep } from './back-step.ts';
import { IconButton } from './icon-button.tsx';
import { announce } from './toasts.tsx';

export interface SheetProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** One step back within it; omitted on its first page. */
  onBack?: (() => void) | undefined;
  role?: 'dialog' | 'alertdialog';
  width?: 'narrow' | 'normal';
  /** Esc and a click outside close it. */
  isDismissable?: boolean;
}

/** Covers the codes for a while: full screen in a small window, else a centred card. Closes without asking. */
export function SheetCard({
  title,
  isOpen,
  onClose,
  children,
  onBack,
  role = 'dialog',
  width = 'normal',
  isDismissable = true,
}: SheetProps) {
  const { t } = useTranslation();
  const isAlert = role === 'alertdialog';
  useBackStep(isOpen ? (onBack ?? onClose) : undefined);
  useNewTitleSaid(isOpen ? title : null);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={isDismissable && !isAlert}
      className={`enter-appear fixed inset-0 z-40 flex justify-center overflow-hidden bg-veil ${isAlert ? 'items-center p-4' : 'items-stretch sm:items-center sm:p-6'}`}
    >
      <Modal
        className={`enter-rise flex max-h-full w-full flex-col overflow-hidden bg-canvas shadow-lift outline-none ${isAlert ? 'max-w-md rounded-3xl border border-line' : `sm:h-auto sm:rounded-3xl sm:border sm:border-line ${width === 'narrow' ? 'sm:max-w-md' : 'sm:max-w-lg'}`}`}
      >
        <Dialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
          <div className="flex min-h-14 shrink-0 items-center gap-1 pe-2 ps-5 pt-1 tiny:flex-wrap tiny:justify-between">
            {onBack !== undefined && (
              <div className="-ms-3">
                <IconButton label={t('add.back')} onPress={onBack}>
                  <ArrowLeft size={19} aria-hidden />
                </IconButton>
              </div>
            )}
            <Heading
              slot="title"
              className="min-w-0 flex-1 py-2 text-lg leading-snug tiny:order-last tiny:basis-full tiny:pt-0 font-semibold tracking-title wrap-anywhere"
            >
              {title}
            </Heading>
            {!isAlert && (
              <IconButton label={t('add.close')} onPress={onClose}>
                <X size={19} aria-hidden />
              </IconButton>
            )}
          </div>
          <div className="flex min-h-0 flex-1 flex-col scrolls px-5 pt-1 pb-5">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** How long a title stays before it is said, in milliseconds: a scan may find several codes one after the other. */
const settled = 500;

/** Says each new title of a dialog: by itself, a screen reader says only the first. Null: the dialog is closed. */
function useNewTitleSaid(title: string | null): void {
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (title === null || said.current === null) said.current = title;
    if (title === null || title === said.current) return;
    const saying = setTimeout(() => {
      said.current = title;
      announce(title);
    }, settled);
    return () => clearTimeout(saying);
  }, [title]);
}
