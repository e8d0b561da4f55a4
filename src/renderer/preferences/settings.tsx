import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
import { useApplication } from '../connection/application.ts';
import { Rows } from '../design/rows.tsx';
import { RowButton } from '../design/row-button.tsx';
import { Backups } from '../backups/backups.tsx';
import type { OpenState } from '../../contract/vault.ts';
import { useWide } from '../design/use-wide.ts';
import { open } from '../navigation/navigator.ts';
import { sections, type Section, type SettingsPlace } from '../navigation/place.ts';
import { OlderStates } from '../history/older-states.tsx';
import { Quarantine } from '../quarantine/quarantine.tsx';
import { Recovery } from '../recovery/recovery.tsx';
import { Security } from '../security/security.tsx';
import { Sync } from '../sync/sync.tsx';
import { ClockSettings } from '../clock/clock-settings.tsx';
import { About } from './about.tsx';
import { Desktop } from './desktop.tsx';
import { General } from './general.tsx';
import { ListSettings } from './list-settings.tsx';
import { useMarkedSetting } from './mark-setting.ts';
import { Panel } from './panel.tsx';
import { sectionIcons } from './section-icons.ts';
import { SettingSearch } from './setting-search.tsx';
import { QuickFindSettings } from './quick-find-settings.tsx';

/** The rooms that stand below the sections. */
const transfers = [
  { at: 'import', title: 'imports.title', text: 'imports.wayText' },
  { at: 'export', title: 'exports.title', text: 'exports.wayText' },
] as const;

/** The settings: a list of sections, and beside it (or in its place, in a narrow window) the chosen one. */
export function Settings({ place, vault }: { place: SettingsPlace; vault: OpenState }) {
  const isWide = useWide();
  useMarkedSetting(place);
  return (
    <main className="mx-auto flex min-h-0 w-full max-w-400 flex-1">
      {isWide && <Sections vault={vault} chosen={place.section ?? 'general'} />}
      <Chosen
        key={`${place.section} ${'step' in place ? place.step : ''}`}
        place={place.section === undefined && isWide ? { ...place, section: 'general' } : place}
        vault={vault}
      />
    </main>
  );
}

function Chosen({ place, vault }: { place: SettingsPlace; vault: OpenState }) {
  switch (place.section) {
    case undefined:
      return <List vault={vault} />;
    case 'general':
      return <General />;
    case 'list':
      return <ListSettings />;
    case 'quickFind':
      return <QuickFindSettings />;
    case 'desktop':
      return <Desktop />;
    case 'clock':
      return <ClockSettings />;
    case 'security':
      return <Security vault={vault} />;
    case 'recovery':
      return <Recovery vault={vault} step={place.step} />;
    case 'backups':
      return <Backups vault={vault} step={place.step} />;
    case 'sync':
      return <Sync vault={vault} step={place.step} />;
    case 'history':
      return <OlderStates vault={vault} />;
    case 'unreadable':
      return <Quarantine vault={vault} />;
    case 'about':
      return <About vault={vault} />;
  }
}

/**
 * The section of unreadable entries exists while there are any, or while the person is in it; that of the desktop, where
 * the host has something to choose.
 */
function useOffered(vault: OpenState, chosen: Section | null): readonly Section[] {
  const { data: host } = useQuery(useApplication().calls.host.info.queryOptions());
  return sections.filter((one) => {
    if (one === 'unreadable') return vault.quarantined > 0 || chosen === one;
    if (one === 'desktop') return host !== undefined && host.desktop.length > 0;
    return true;
  });
}

function Sections({ vault, chosen }: { vault: OpenState; chosen: Section | null }) {
  const { t } = useTranslation();
  const offered = useOffered(vault, chosen);
  return (
    <nav
      aria-label={t('settings.title')}
      className="flex w-[clamp(13rem,20vw,17rem)] shrink-0 flex-col gap-0.5 scrolls border-e border-line px-3 pt-4 pb-4"
    >
      <p className="px-3 pb-3 text-lg font-semibold tracking-title">{t('settings.title')}</p>
      <SettingSearch vault={vault}>
        {offered.map((one) => {
          const Icon = sectionIcons[one];
          return (
            <AriaButton
              key={one}
              {...(one === chosen && { 'aria-current': 'page' as const })}
              onPress={() => open({ at: 'settings', section: one }, { instead: true })}
              className={`flex min-h-9 items-center gap-3 rounded-lg px-3 text-start transition-colors data-[pressed]:bg-press ${one === chosen ? 'bg-tint font-medium forced-colors:outline' : 'data-[hovered]:bg-hover'}`}
            >
              <Icon size={17} aria-hidden className={one === chosen ? 'text-accent' : 'text-soft'} />
              {t(`settings.${one}`)}
            </AriaButton>
          );
        })}
        {transfers.map(({ at, title }, index) => {
          const Icon = sectionIcons[at];
          return (
            <AriaButton
              key={at}
              onPress={() => open({ at })}
              className={`flex min-h-9 items-center gap-3 rounded-lg px-3 text-start transition-colors data-[hovered]:bg-hover data-[pressed]:bg-press ${index === 0 ? 'mt-4' : ''}`}
            >
              <Icon size={17} aria-hidden className="text-soft" />
              {t(title)}
            </AriaButton>
          );
        })}
      </SettingSearch>
    </nav>
  );
}

function List({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  const offered = useOffered(vault, null);
  return (
    <Panel title={t('settings.title')}>
      <SettingSearch vault={vault}>
        <Rows>
          {offered.map((one) => (
            <RowButton
              key={one}
              icon={sectionIcons[one]}
              title={t(`settings.${one}`)}
              text={t(`settings.${one}Text`)}
              onPress={() => open({ at: 'settings', section: one })}
            />
          ))}
        </Rows>
        <Rows>
          {transfers.map(({ at, title, text }) => (
            <RowButton
              key={at}
              icon={sectionIcons[at]}
              title={t(title)}
              text={t(text)}
              onPress={() => open({ at })}
            />
          ))}
        </Rows>
      </SettingSearch>
    </Panel>
  );
}
