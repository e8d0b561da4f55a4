import { SheetCard } from './sheet-card.tsx';
import type { SheetProps } from './sheet-card.tsx';
import { Unsaved, useLeave } from './unsaved.tsx';

/** What covers the codes for a while. Esc, a click beside it and its cross ask before filled-in fields are lost. */
export function Sheet(props: SheetProps) {
  return (
    <Unsaved>
      <AskingCard {...props} />
    </Unsaved>
  );
}

function AskingCard({ onClose, ...rest }: SheetProps) {
  const leave = useLeave();
  return <SheetCard {...rest} onClose={() => leave(onClose)} />;
}
