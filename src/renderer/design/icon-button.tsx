import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { firstFocusProps } from './first-focus.ts';

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  label: string;
  className?: string;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with only an icon; `label` is its accessible name. */
export function IconButton({
  label,
  className = '',
  children,
  isPending = false,
  onPress,
  ...rest
}: IconButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...firstFocusProps(rest.autoFocus)}
      {...(isPending ? { 'aria-disabled': true } : onPress && { onPress })}
      aria-label={label}
      className={`inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-soft transition-colors duration-100 data-[disabled]:opacity-50 data-[hovered]:bg-ink/7 data-[hovered]:text-ink data-[pressed]:bg-ink/12 ${className}`}
    >
      {children}
    </AriaButton>
  );
}
