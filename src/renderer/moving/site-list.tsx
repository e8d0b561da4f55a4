import type { MovingSite } from '../../contract/moving.ts';
import { useTranslation } from 'react-i18next';
import { Unsaved, useLeave } from '../design/unsaved.tsx';
import { amend } from '../navigation/navigator.ts';
import { SiteRow } from './site-row.tsx';

interface SiteListProps {
  sites: readonly MovingSite[];
  /** The site that is unfolded. */
  chosen: string | undefined;
  isReadOnly: boolean;
  /** A site was taken off the list, and the focus with it. */
  onGone: () => void;
}

/** The sites in the person's order; one is unfolded at a time. */
export function SiteList(props: SiteListProps) {
  if (props.sites.length === 0) return null;
  return (
    <Unsaved>
      <Rows {...props} />
    </Unsaved>
  );
}

function Rows({ sites, chosen, isReadOnly, onGone }: SiteListProps) {
  const { t } = useTranslation();
  const leave = useLeave();
  return (
    <ul aria-label={t('moving.list')} className="flex flex-col divide-y divide-line card">
      {sites.map((site) => (
        <SiteRow
          key={site.id}
          site={site}
          isOpen={site.id === chosen}
          onOpen={(isOpen) => leave(() => amend({ at: 'moving', ...(isOpen && { site: site.id }) }))}
          isReadOnly={isReadOnly}
          onGone={onGone}
        />
      ))}
    </ul>
  );
}
