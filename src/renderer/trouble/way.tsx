import { ChevronDown } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Disclosure,
  DisclosureGroup,
  DisclosurePanel,
  Heading,
} from 'react-aria-components';

interface WaysProps {
  label: string;
  /** The way that is unfolded initially. */
  unfolded?: string | undefined;
  children: ReactNode;
}

/** The ways back into a vault, listed in a card; one at a time is unfolded. */
export function Ways({ label, unfolded, children }: WaysProps) {
  return (
    <section aria-label={label} className="flex flex-col gap-2">
      <h2 className="px-1 text-hint font-medium text-soft">{label}</h2>
      <DisclosureGroup
        defaultExpandedKeys={unfolded === undefined ? [] : [unfolded]}
        className="flex flex-col divide-y divide-line overflow-hidden card"
      >
        {children}
      </DisclosureGroup>
    </section>
  );
}

interface WayProps {
  id: string;
  icon: LucideIcon;
  title: string;
  children: ReactNode;
}

/** One way back; its instructions are folded under its name. */
export function Way({ id, icon: Icon, title, children }: WayProps) {
  return (
    <Disclosure id={id} className="group">
      {({ isExpanded }) => (
        <>
          <Heading level={3}>
            <AriaButton
              slot="trigger"
              className="flex min-h-12 w-full items-center gap-3.5 px-4 text-start font-medium data-[focus-visible]:-outline-offset-2 data-[hovered]:bg-hover"
            >
              <Icon size={19} aria-hidden className="shrink-0 text-accent" />
              <span className="min-w-0 flex-1">{title}</span>
              <ChevronDown
                size={18}
                aria-hidden
                className="shrink-0 text-soft transition-transform duration-150 group-data-[expanded]:rotate-180"
              />
            </AriaButton>
          </Heading>
          <DisclosurePanel className="px-4">
            {/* Rendered only then, so that its first field takes the focus. */}
            {isExpanded && <div className="flex flex-col gap-3 pt-1 pb-4">{children}</div>}
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
