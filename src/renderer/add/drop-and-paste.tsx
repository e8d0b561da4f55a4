import { ScanQrCode } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeTransfer } from './clipboard.ts';
import { useAdd } from './use-add.ts';

/** Paste and drop work anywhere in the window; an overlay shows where to drop. */
export function DropAndPaste() {
  const add = useAdd();
  const [dragged, setDragged] = useState(false);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData: transfer } = event;
      if (transfer === null || (isInField(event) && !isForUs(transfer))) return;
      if (takeTransfer(add, transfer)) event.preventDefault();
    };
    let depth = 0;
    const enter = (event: DragEvent) => {
      event.preventDefault();
      depth += 1;
      setDragged(true);
    };
    const over = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setDragged(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      depth = 0;
      setDragged(false);
      if (event.dataTransfer !== null) takeTransfer(add, event.dataTransfer);
    };
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('paste', onPaste, { signal });
    document.addEventListener('dragenter', enter, { signal });
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, [add]);

  return dragged ? <Overlay /> : null;
}

function Overlay() {
  const { t } = useTranslation();
  return (
    <div className="enter-appear pointer-events-none fixed inset-0 z-50 bg-canvas/85 p-4 backdrop-blur-sm">
      <div className="flex size-full flex-col items-center justify-center gap-3 rounded-3xl border-3 border-dashed border-accent bg-tint/60 p-6 text-center">
        <ScanQrCode size={48} strokeWidth={1.5} aria-hidden className="text-accent" />
        <p className="text-lg font-semibold">{t('add.dropTitle')}</p>
        <p className="text-soft">{t('add.dropText')}</p>
      </div>
    </div>
  );
}

function isInField(event: Event): boolean {
  return event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]');
}

/** In a field, takes only what cannot be meant for the field. */
function isForUs(transfer: DataTransfer): boolean {
  return (
    transfer.files.length > 0 || /^\s*(otpauth(-migration)?|steam):\/\//i.test(transfer.getData('text/plain'))
  );
}
