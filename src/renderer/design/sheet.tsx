import { SheetCard } from './sheet-card.tsx';
import type { SheetProps } from './sheet-card.tsx';
import { Unsaved, useLeave } from './unsaved.tsx';

/** Covers the codes for a while. Each way out of it, and its way back, ask before entered text is lost. */
export function Sheet(props: SheetProps) {
  return (
    <Unsaved>
      <AskingCard {...props} />
    </Unsaved>
  );
}

function AskingCard({ onClose, onBack, ...rest }: SheetProps) {
  const leave = useLeave();
  return <SheetCard {...rest} onClose={() => leave(onClose)} onBack={onBack && (() => leave(onBack))} />;
}
