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

/** A filled button that can't be pressed has no colour of its own: it is read, and does not invite. */
const off =
  'contrast-more:data-[disabled]:border-control contrast-more:data-[disabled]:border-dashed data-[disabled]:bg-press data-[disabled]:text-soft data-[disabled]:shadow-none';

const looks: Record<Look, string> = {
  primary: `border-transparent bg-accent text-on-accent shadow-sm data-[hovered]:bg-accent-strong ${off}`,
  quiet:
    'border-line bg-raised text-ink shadow-xs contrast-more:data-[disabled]:border-dashed data-[disabled]:bg-transparent data-[disabled]:text-soft data-[disabled]:shadow-none data-[hovered]:border-control data-[pressed]:bg-sunken',
  plain:
    'border-transparent bg-transparent text-ink data-[disabled]:text-soft data-[hovered]:bg-hover data-[pressed]:bg-press',
  danger: `border-transparent bg-danger-fill text-on-danger shadow-sm data-[hovered]:bg-danger-strong ${off}`,
};

const sizes = {
  small: 'min-h-8 px-3 rounded-lg text-hint',
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
      className={`inline-flex max-w-full shrink-0 items-center justify-center gap-2 border font-medium [&>svg]:shrink-0 transition-[background,border-color,transform] data-[pressed]:scale-[0.98] motion-reduce:data-[pressed]:scale-100 ${looks[look]} ${sizes[size]} ${className}`}
    >
      {isPending ? <Turning /> : icon}
      {children}
    </AriaButton>
  );
}
