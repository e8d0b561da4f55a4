import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { firstFocusProps } from './first-focus.ts';
import { Turning } from './turning.tsx';

type Look = 'primary' | 'quiet' | 'plain' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  look?: Look;
  size?: 'small' | 'normal' | 'big';
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent shadow-sm data-[hovered]:bg-accent-strong border-transparent',
  quiet: 'bg-raised text-ink border-line data-[hovered]:border-control shadow-xs',
  plain: 'bg-transparent text-ink border-transparent data-[hovered]:bg-ink/7',
  danger: 'bg-danger-fill text-white border-transparent shadow-sm data-[hovered]:brightness-110',
};

const sizes = {
  small: 'min-h-8 px-3 rounded-lg text-[0.8125rem]',
  normal: 'min-h-10 px-4 rounded-xl text-sm',
  big: 'min-h-13 px-6 rounded-2xl text-base',
};

/** A push button with a label, and optionally an icon before it. */
export function Button({
  look = 'quiet',
  size = 'normal',
  icon,
  className = '',
  children,
  isPending = false,
  onPress,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...firstFocusProps(rest.autoFocus)}
      // Not React Aria's isPending: its announcement outlives the button and then names nothing.
      {...(isPending ? { 'aria-disabled': true } : onPress && { onPress })}
      className={`inline-flex max-w-full shrink-0 items-center justify-center gap-2 border font-medium [&>svg]:shrink-0 transition-[background,border-color,filter,transform] duration-100 data-[disabled]:opacity-50 data-[pressed]:scale-[0.98] ${looks[look]} ${sizes[size]} ${className}`}
    >
      {isPending ? <Turning /> : icon}
      {children}
    </AriaButton>
  );
}
