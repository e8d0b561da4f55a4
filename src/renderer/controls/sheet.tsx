import { SheetCard } from './sheet-card.tsx';
import type { SheetProps } from './sheet-card.tsx';
import { Unsaved } from './unsaved.tsx';

/** What covers the codes for a while. Esc, a click beside it and its cross ask before filled-in fields are lost. */
export function Sheet({ onClose, ...rest }: SheetProps) {
  return <Unsaved>{(leave) => <SheetCard {...rest} onClose={() => leave(onClose)} />}</Unsaved>;
}
