import {
  Archive,
  FileQuestion,
  FolderInput,
  FolderOutput,
  History,
  Info,
  LifeBuoy,
  ShieldCheck,
  SlidersHorizontal,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components';
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
import { About } from './about.tsx';
import { General } from './general.tsx';
import { Panel } from './panel.tsx';

const icons = {
  general: SlidersHorizontal,
  security: ShieldCheck,
  recovery: LifeBuoy,
  backups: Archive,
  history: History,
  unreadable: FileQuestion,
  about: Info,
} satisfies Record<Section, unknown>;

/** The rooms that stand below the sections. */
const transfers = [
  { at: 'import', icon: FolderInput, title: 'imports.title', text: 'imports.wayText' },
  { at: 'export', icon: FolderOutput, title: 'exports.title', text: 'exports.wayText' },
] as const;

/** The settings: a list of sections, and beside it (or in its place, in a narrow window) the chosen one. */
export function Settings({ place, vault }: { place: SettingsPlace; vault: OpenState }) {
  const isWide = useWide();
  return (
    <main className="flex min-h-0 flex-1">
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
    case 'security':
      return <Security vault={vault} />;
    case 'recovery':
      return <Recovery vault={vault} step={place.step} />;
    case 'backups':
      return <Backups vault={vault} step={place.step} />;
    case 'history':
      return <OlderStates vault={vault} />;
    case 'unreadable':
      return <Quarantine vault={vault} />;
    case 'about':
      return <About vault={vault} />;
  }
}

/** The section of unreadable entries exists while there are any, or while the person is in it. */
function offered(vault: OpenState, chosen: Section | null): readonly Section[] {
  return sections.filter((one) => one !== 'unreadable' || vault.quarantined > 0 || chosen === one);
}

function Sections({ vault, chosen }: { vault: OpenState; chosen: Section | null }) {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t('settings.title')}
      className="flex w-60 shrink-0 flex-col gap-0.5 scrolls border-r border-line px-3 pt-4 pb-4"
    >
      <p className="px-3 pb-2 text-base font-semibold">{t('settings.title')}</p>
      {offered(vault, chosen).map((one) => {
        const Icon = icons[one];
        return (
          <AriaButton
            key={one}
            {...(one === chosen && { 'aria-current': 'page' as const })}
            onPress={() => open({ at: 'settings', section: one }, { instead: true })}
            className={`flex min-h-9 items-center gap-3 rounded-lg px-3 text-left ${one === chosen ? 'bg-tint font-medium' : 'data-[hovered]:bg-ink/6'}`}
          >
            <Icon size={17} aria-hidden className={one === chosen ? 'text-accent' : 'text-soft'} />
            {t(`settings.${one}`)}
          </AriaButton>
        );
      })}
      {transfers.map(({ at, icon: Icon, title }, index) => (
        <AriaButton
          key={at}
          onPress={() => open({ at })}
          className={`flex min-h-9 items-center gap-3 rounded-lg px-3 text-left data-[hovered]:bg-ink/6 ${index === 0 ? 'mt-3' : ''}`}
        >
          <Icon size={17} aria-hidden className="text-soft" />
          {t(title)}
        </AriaButton>
      ))}
    </nav>
  );
}

function List({ vault }: { vault: OpenState }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('settings.title')}>
      <Rows>
        {offered(vault, null).map((one) => (
          <RowButton
            key={one}
            icon={icons[one]}
            title={t(`settings.${one}`)}
            text={t(`settings.${one}Text`)}
            onPress={() => open({ at: 'settings', section: one })}
          />
        ))}
      </Rows>
      <Rows>
        {transfers.map(({ at, icon, title, text }) => (
          <RowButton key={at} icon={icon} title={t(title)} text={t(text)} onPress={() => open({ at })} />
        ))}
      </Rows>
    </Panel>
  );
}
