import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useBackStep } from '../../design/back-step.ts';
import { IconButton } from '../../design/icon-button.tsx';
import { useTitleFocusWhenGone } from '../../design/heading-focus.ts';
import { Whereabouts } from '../shared/whereabouts.tsx';

/** Uses the whole window to ask whether to do what a link asks for. Esc leaves without doing it. */
export function LinkScreen({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  useTitleFocusWhenGone();
  useBackStep(onClose);
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      className="enter-appear fixed inset-0 z-40 flex bg-canvas"
    >
      <Modal className="flex min-h-0 w-full flex-col outline-none">
        <Dialog role="dialog" className="flex min-h-0 flex-1 flex-col outline-none">
          <div className="flex h-14 shrink-0 items-center justify-end px-3">
            <IconButton label={t('account.link.close')} onPress={onClose}>
              <X size={19} aria-hidden />
            </IconButton>
          </div>
          <div className="min-h-0 flex-1 scrolls">
            <div className="flex min-h-full flex-col two-panes:pb-20">
              <div className="mx-auto flex w-full max-w-form flex-1 flex-col gap-5 px-6 pb-6 two-panes:hero two-panes:my-auto two-panes:max-w-120 two-panes:flex-none two-panes:px-10 two-panes:pt-10">
                {children}
                <Whereabouts />
              </div>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface LinkTitleProps {
  icon: ReactNode;
  title: string;
  text?: ReactNode;
}

/** The subject of a link screen. */
export function LinkTitle({ icon, title, text }: LinkTitleProps) {
  return (
    <div className="flex flex-col items-center gap-3 text-center">
      <div aria-hidden className="flex size-16 items-center justify-center rounded-2xl bg-tint text-accent">
        {icon}
      </div>
      <Heading slot="title" className="text-xl leading-tight font-semibold tracking-title text-balance">
        {title}
      </Heading>
      {text !== undefined && <p className="text-pretty wrap-anywhere text-soft">{text}</p>}
    </div>
  );
}
