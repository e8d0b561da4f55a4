import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

interface FoldProps {
  title: string;
  /** Of its heading, within the screen's. */
  level?: 2 | 3;
  /** Whether it is unfolded at first. */
  isOpen?: boolean;
  children: ReactNode;
}

/** A heading, with what belongs to it folded below it. */
export function Fold({ title, level = 2, isOpen = false, children }: FoldProps) {
  return (
    <Disclosure defaultExpanded={isOpen} className="group card">
      <Heading level={level}>
        <AriaButton
          slot="trigger"
          className="flex min-h-12 w-full items-center justify-between gap-3 rounded-2xl px-4 text-start font-medium transition-colors data-[hovered]:bg-hover data-[pressed]:bg-press"
        >
          {title}
          <ChevronDown
            size={18}
            aria-hidden
            className="shrink-0 text-soft transition-transform duration-150 group-data-[expanded]:rotate-180"
          />
        </AriaButton>
      </Heading>
      <DisclosurePanel className="px-4">
        <div className="pb-4">{children}</div>
      </DisclosurePanel>
    </Disclosure>
  );
}
