import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { TFunction } from 'i18next';
import type { MovingSite } from '../../contract/moving.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';
import { Check } from '../design/check.tsx';
import { useEntryCall } from '../entry/use-entry-call.ts';
import { oldAppName } from './app-name.ts';
import { SiteDetails } from './site-details.tsx';

interface SiteRowProps {
  site: MovingSite;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  isReadOnly: boolean;
  onGone: () => void;
}

/** One site: a box to tick, and below it, unfolded, what to do there. */
export function SiteRow({ site, isOpen, onOpen, isReadOnly, onGone }: SiteRowProps) {
  const { t } = useTranslation();
  const call = useEntryCall();
  const { id, name, isMoved } = site;
  return (
    <li>
      <Disclosure isExpanded={isOpen} onExpandedChange={onOpen} className="group/site">
        <div className="flex items-center gap-3 px-4 py-1.5">
          <Check
            aria-label={t('moving.isMoved', { name })}
            isSelected={isMoved}
            isDisabled={isReadOnly}
            onChange={(ticked) => void call((client) => client.moving.setMoved({ id, isMoved: ticked }))}
          />
          <Heading level={3} className="min-w-0 flex-1">
            <AriaButton
              slot="trigger"
              className="flex min-h-11 w-full items-center gap-3 rounded-lg text-start data-[focus-visible]:-outline-offset-2"
            >
              <IssuerIcon issuer={name} account="" size={32} />
              <span className="min-w-0 flex-1">
                <span className={`block font-medium wrap-anywhere ${isMoved ? 'text-soft' : ''}`}>
                  <bdi>{name}</bdi>
                </span>
                <span className="block text-hint text-pretty text-soft">{standing(site, t)}</span>
              </span>
              <ChevronDown
                size={18}
                aria-hidden
                className="shrink-0 text-soft transition-transform duration-150 group-data-[expanded]/site:rotate-180"
              />
            </AriaButton>
          </Heading>
        </div>
        <DisclosurePanel className="px-4">
          {isOpen && <SiteDetails site={site} isReadOnly={isReadOnly} onGone={onGone} />}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

/** How far a site is, in a line. */
function standing({ isMoved, app, entry }: MovingSite, t: TFunction): string {
  if (!isMoved) {
    const from = { app: oldAppName(app, t) };
    return entry === null ? t('moving.toMove', from) : t('moving.toMoveHere', from);
  }
  return entry === null ? t('moving.moved') : t('moving.movedAs', { name: nameOf(entry, t) });
}
