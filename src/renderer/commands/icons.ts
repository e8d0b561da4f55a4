import {
  ArrowLeft,
  CircleUserRound,
  Clock,
  Command,
  FolderInput,
  FolderOutput,
  Keyboard,
  KeyRound,
  Lock,
  Plus,
  ScanQrCode,
  Search,
  Settings,
  Trash2,
  type LucideIcon,
} from 'lucide-react';
import type { WindowCommandId } from '../../contract/commands.ts';

/** Each command's icon. */
export const commandIcons: Record<WindowCommandId, LucideIcon> = {
  add: Plus,
  scan: ScanQrCode,
  typeKey: KeyRound,
  import: FolderInput,
  export: FolderOutput,
  deleted: Trash2,
  settings: Settings,
  account: CircleUserRound,
  clock: Clock,
  palette: Command,
  find: Search,
  shortcuts: Keyboard,
  lock: Lock,
  back: ArrowLeft,
};
