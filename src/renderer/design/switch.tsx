import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import type { SwitchProps as AriaSwitchProps } from 'react-aria-components';

interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'children'> {
  children: ReactNode;
}

/** An on/off switch that takes effect at once. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch
      {...rest}
      className="group flex items-start justify-between gap-6 data-[disabled]:text-soft forced-colors:data-[disabled]:text-[GrayText]"
    >
      <span>{children}</span>
      <span className="mt-0.5 flex h-6 w-10 shrink-0 items-center rounded-full border-2 border-control bg-transparent px-0.5 transition-colors group-data-[disabled]:opacity-50 group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-2 group-data-[focus-visible]:outline-accent group-data-[selected]:border-accent group-data-[selected]:bg-accent">
        <span className="size-4 rounded-full bg-control transition-transform duration-150 group-data-[selected]:translate-x-4 rtl:group-data-[selected]:-translate-x-4 group-data-[selected]:bg-on-accent forced-colors:bg-[ButtonText] forced-colors:group-data-[selected]:bg-[Highlight]" />
      </span>
    </AriaSwitch>
  );
}
