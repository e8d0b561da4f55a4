import type { MouseEvent, ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { firstFocusProps } from './first-focus.ts';

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  label: string;
  className?: string;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

const look =
  'inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-soft transition-colors enabled:hover:bg-hover enabled:hover:text-ink enabled:active:bg-press disabled:opacity-50';

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
      className={`${look} ${className}`}
    >
      {children}
    </AriaButton>
  );
}

interface RowIconButtonProps extends Pick<IconButtonProps, 'label' | 'className'> {
  /** The icon, if no class draws it. */
  children?: ReactNode;
  /** Tab passes by the buttons of the other rows. */
  isTabStop: boolean;
  'aria-expanded'?: boolean;
  onPress: () => void;
}

/** An icon button in a row of a long list: the browser's own, because many are drawn at once. */
export function RowIconButton({
  label,
  className = '',
  children,
  isTabStop,
  onPress,
  ...rest
}: RowIconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event: MouseEvent) => {
        // A press on the row itself means something else.
        event.stopPropagation();
        onPress();
      }}
      className={`${look} ${className}`}
    >
      {children}
    </button>
  );
}
