import { ScanQrCode } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

interface DropAndPasteProps {
  /** Shown while something is dragged over the window. */
  title: string;
  text: string;
  /** Takes what was pasted or dropped; false if nothing in it is of use. */
  take: (transfer: DataTransfer) => boolean;
  /** Of what is pasted in a field: what cannot be meant for the field. */
  isForUs: (transfer: DataTransfer) => boolean;
}

/** Paste and drop work anywhere in the window; an overlay shows where to drop. */
export function DropAndPaste({ title, text, ...given }: DropAndPasteProps) {
  const [dragged, setDragged] = useState(false);
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData: transfer } = event;
      const { take, isForUs } = latest.current;
      if (transfer === null || (isInField(event) && !isForUs(transfer))) return;
      if (take(transfer)) event.preventDefault();
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
      if (event.dataTransfer !== null) latest.current.take(event.dataTransfer);
    };
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('paste', onPaste, { signal });
    document.addEventListener('dragenter', enter, { signal });
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    return () => stop.abort();
  }, []);

  if (!dragged) return null;
  return (
    <div className="enter-appear pointer-events-none fixed inset-0 z-50 bg-canvas p-4">
      <div className="flex size-full flex-col items-center justify-center gap-3 rounded-3xl border-3 border-dashed border-accent bg-tint p-6 text-center">
        <ScanQrCode size={48} strokeWidth={1.5} aria-hidden className="text-accent" />
        <p className="text-lg font-semibold">{title}</p>
        <p className="text-soft">{text}</p>
      </div>
    </div>
  );
}

function isInField(event: Event): boolean {
  return event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]');
}
