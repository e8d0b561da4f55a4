import { Mail, MessageSquareText, Smartphone } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { MethodKind } from '../../../contract/vocabulary.ts';

/** The icon of each kind of method. */
export const methodIcons: Record<MethodKind, LucideIcon> = {
  email: Mail,
  sms: MessageSquareText,
  totp: Smartphone,
};
