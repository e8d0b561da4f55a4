import { ArchiveRestore, Check, CircleMinus, CirclePlus, FileQuestion, GitCompareArrows } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RestoreEntry, RestorePreview } from '../../contract/restore.ts';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { nameOf } from '../codes/name.ts';
import { Fold } from '../account/shared/fold.tsx';

type Named = Pick<RestoreEntry, 'issuer' | 'account'>;

/** How many names are in sight where there are more. */
const few = 5;

const changes = ['new', 'trashed', 'differs', 'same'] as const;
const icons = { new: CirclePlus, trashed: ArchiveRestore, differs: GitCompareArrows, same: Check } as const;

/** What differs between an older state and the vault, by kind; what is the same is folded away. */
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
            <Fold key={change} title={title}>
              <Names entries={some} />
            </Fold>
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
  children?: React.ReactNode;
}

function Kind({ icon: Icon, title, text, isLoss = false, children }: KindProps) {
  return (
    <section className="flex flex-col gap-2 rounded-2xl border border-line bg-surface p-4">
      <div className="flex items-start gap-3">
        <Icon size={19} aria-hidden className={`mt-0.5 shrink-0 ${isLoss ? 'text-urgent' : 'text-accent'}`} />
        <div className="min-w-0">
          <h2 className="font-medium">{title}</h2>
          <p className="text-[0.8125rem] text-pretty text-soft">{text}</p>
        </div>
      </div>
      {children}
    </section>
  );
}

/** A few of them; the others are folded away, so that the choice below stays near. */
function Names({ entries }: { entries: readonly Named[] }) {
  const { t } = useTranslation();
  const isLong = entries.length > few + 2;
  if (!isLong) return <Lines entries={entries} />;
  return (
    <>
      <Lines entries={entries.slice(0, few)} />
      <Fold title={t('restore.more', { count: entries.length - few })}>
        <Lines entries={entries.slice(few)} />
      </Fold>
    </>
  );
}

function Lines({ entries }: { entries: readonly Named[] }) {
  const { t } = useTranslation();
  return (
    <ul className="flex flex-col gap-1.5">
      {entries.map(numbered).map(({ entry, number }) => (
        <li key={number} className="flex items-center gap-2.5">
          <IssuerIcon issuer={entry.issuer} account={entry.account} size={24} />
          <bdi className="min-w-0 truncate">{nameOf(entry, t)}</bdi>
        </li>
      ))}
    </ul>
  );
}

function numbered(entry: Named, number: number): { entry: Named; number: number } {
  return { entry, number };
}
