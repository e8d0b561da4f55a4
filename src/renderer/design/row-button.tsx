import { ChevronRight, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Badge } from './badge.tsx';
import { firstFocusProps } from './first-focus.ts';

interface RowButtonProps {
  icon: LucideIcon;
  title: string;
  text?: ReactNode;
  badge?: string;
  /** Left out, what stands around it takes the press. */
  onPress?: () => void;
  isDisabled?: boolean;
  isPending?: boolean;
  autoFocus?: boolean;
}

/** A row that leads to another screen: its title, and a sentence on why to go there. */
export function RowButton({
  icon: Icon,
  title,
  text,
  badge,
  onPress,
  isDisabled = false,
  isPending = false,
  autoFocus = false,
}: RowButtonProps) {
  return (
    <AriaButton
      {...(isPending ? { 'aria-disabled': true } : onPress && { onPress })}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      {...firstFocusProps(autoFocus)}
      className="flex items-center gap-3.5 px-4 py-3 text-start transition-colors data-[disabled]:opacity-60 data-[focus-visible]:-outline-offset-2 data-[hovered]:bg-hover data-[pressed]:bg-press"
    >
      <Icon size={20} aria-hidden className="shrink-0 text-accent" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
          {title}
          {badge !== undefined && <Badge>{badge}</Badge>}
        </span>
        {text !== undefined && <span className="block text-hint text-pretty text-soft">{text}</span>}
      </span>
      <ChevronRight size={17} aria-hidden className="shrink-0 text-soft" />
    </AriaButton>
  );
}
