import { Mail, MessageSquareText, Smartphone } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

/** The sign of each kind of method. */
export const methodIcons: Record<'email' | 'sms' | 'totp', LucideIcon> = {
  email: Mail,
  sms: MessageSquareText,
  totp: Smartphone,
};
