import {
  ArchiveRestore,
  Check,
  ChevronDown,
  CircleMinus,
  CirclePlus,
  FileQuestion,
  GitCompareArrows,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RestoreEntry, RestorePreview } from '../../contract/restore.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';

type Named = Pick<RestoreEntry, 'issuer' | 'account'>;

/** How many names of a longer list are visible, and the most that are shown when it is unfolded. */
const few = 5;
const most = 500;

const changes = ['new', 'trashed', 'differs', 'same'] as const;
const icons = { new: CirclePlus, trashed: ArchiveRestore, differs: GitCompareArrows, same: Check } as const;

/** The differences between an older state and the vault, by kind; unchanged entries are folded. */
export function Changes({ preview }: { preview: RestorePreview }) {
  const { t } = useTranslation();
  const { entries, onlyHere, quarantined } = preview;
  return (
    <div className="flex flex-col gap-4">
      {changes.map((change) => {
        const some = entries.filter((entry) => entry.change === change);
        if (some.length === 0) return null;
        const title = t(`restore.${change}`, { count: some.length });
        if (change === 'same') {
          return (
            <section key={change} className="card px-4 py-2">
              <Unfold title={title}>
                <Lines entries={some} />
              </Unfold>
            </section>
          );
        }
        return (
          <Kind key={change} icon={icons[change]} title={title} text={t(`restore.${change}Text`)}>
            <Names entries={some} />
          </Kind>
        );
      })}
      {onlyHere.length > 0 && (
        <Kind
          icon={CircleMinus}
          isLoss
          title={t('restore.onlyHere', { count: onlyHere.length })}
          text={t('restore.onlyHereText')}
        >
          <Names entries={onlyHere} />
        </Kind>
      )}
      {quarantined > 0 && (
        <Kind
          icon={FileQuestion}
          title={t('restore.unreadable', { count: quarantined })}
          text={t('restore.unreadableText')}
        />
      )}
    </div>
  );
}

interface KindProps {
  icon: LucideIcon;
  title: string;
  text: string;
  isLoss?: boolean;
  children?: ReactNode;
}

function Kind({ icon: Icon, title, text, isLoss = false, children }: KindProps) {
  return (
    <section className="flex flex-col gap-2 card p-4">
      <div className="flex items-start gap-3">
        <Icon size={19} aria-hidden className={`mt-0.5 shrink-0 ${isLoss ? 'text-urgent' : 'text-accent'}`} />
        <div className="min-w-0">
          <h2 className="font-medium">{title}</h2>
          <p className="text-hint text-pretty text-soft">{text}</p>
        </div>
      </div>
      {children}
    </section>
  );
}

/** Shows a few names and folds the others, so that the choice below stays near. */
function Names({ entries }: { entries: readonly Named[] }) {
  const { t } = useTranslation();
  const isLong = entries.length > few + 2;
  if (!isLong) return <Lines entries={entries} />;
  return (
    <>
      <Lines entries={entries.slice(0, few)} />
      <Unfold title={t('restore.more', { count: entries.length - few })}>
        <Lines entries={entries.slice(few)} />
      </Unfold>
    </>
  );
}

/** Folded content, rendered only on demand: it may have thousands of lines. */
function Unfold({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <AriaButton
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className="flex min-h-8 w-full items-center justify-between gap-3 rounded-lg text-start font-medium"
      >
        {title}
        <ChevronDown
          size={18}
          aria-hidden
          className={`shrink-0 text-soft transition-transform duration-150 ${isOpen ? 'rotate-180' : ''}`}
        />
      </AriaButton>
      {isOpen && <div className="pb-2">{children}</div>}
    </>
  );
}

function Lines({ entries }: { entries: readonly Named[] }) {
  const { t } = useTranslation();
  const rest = entries.length - most;
  return (
    <ul className="flex flex-col gap-1.5">
      {entries
        .slice(0, most)
        .map(numbered)
        .map(({ entry, number }) => (
          <li key={number} className="flex items-center gap-2.5">
            <IssuerIcon issuer={entry.issuer} account={entry.account} size={24} />
            <bdi className="min-w-0 truncate">{nameOf(entry, t)}</bdi>
          </li>
        ))}
      {rest > 0 && <li className="text-soft">{t('restore.more', { count: rest })}</li>}
    </ul>
  );
}

function numbered(entry: Named, number: number): { entry: Named; number: number } {
  return { entry, number };
}
