import {
  Archive,
  CircleUserRound,
  Clock,
  FileQuestion,
  FolderInput,
  FolderOutput,
  History,
  Info,
  LifeBuoy,
  List,
  Monitor,
  RefreshCw,
  Search,
  ShieldCheck,
  SlidersHorizontal,
  type LucideIcon,
} from 'lucide-react';
import type { Section } from '../navigation/place.ts';

/** Where a setting can be: a section of the settings, or a room beside them. */
export type SettingRoom = Section | 'import' | 'export' | 'account';

/** Each section's icon, and each room's. */
export const sectionIcons: Record<SettingRoom, LucideIcon> = {
  general: SlidersHorizontal,
  list: List,
  quickFind: Search,
  desktop: Monitor,
  clock: Clock,
  security: ShieldCheck,
  recovery: LifeBuoy,
  backups: Archive,
  sync: RefreshCw,
  history: History,
  unreadable: FileQuestion,
  about: Info,
  import: FolderInput,
  export: FolderOutput,
  account: CircleUserRound,
};
