import { Search, type LucideIcon } from 'lucide-react';
import { useId, useState, type ComponentType, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { ComboField } from '../design/combo-field.tsx';
import { Keycaps } from './keycaps.tsx';

/** Something to choose. */
export interface Choosable {
  /** Different for each in the list. */
  readonly id: string;
  readonly name: string;
  /** What it is, or where it is. */
  readonly text?: string | undefined;
  readonly icon: LucideIcon | ReactNode;
  readonly keys?: readonly string[] | null;
  /** `isSecond`: Ctrl or ⌘ was held. */
  readonly run: (isSecond: boolean) => void;
}

export interface Choosables {
  readonly title: string;
  readonly choices: readonly Choosable[];
}

interface ComboProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  /** What there is to choose, in the order of the keys. */
  groups: readonly Choosables[];
  /** Where nothing is found. */
  nothing: ReactNode;
  /** Below the list, for the choice that the keys are at. */
  Foot?: ComponentType<{ active: Choosable | undefined }>;
  look: keyof typeof looks;
  fieldRef?: Ref<HTMLInputElement>;
  autoFocus?: boolean;
  onEscape?: () => void;
}

const looks = {
  palette: {
    field: 'h-14 border-b border-line px-5',
    input: 'text-lg',
    list: 'max-h-[min(26rem,55vh)] px-2 pb-2',
  },
  panel: {
    field:
      'h-10 rounded-xl border border-transparent bg-sunken px-3 focus-within:border-accent focus-within:bg-surface',
    input: '',
    list: 'pt-1',
  },
};

/**
 * A search field with what it finds below it. The first choice is chosen from the start; ↑ ↓ choose, Enter takes it. The
 * field keeps the focus (WAI-ARIA's combobox).
 */
export function Combo({
  label,
  text,
  onText,
  groups,
  nothing,
  Foot,
  look,
  fieldRef,
  autoFocus = false,
  onEscape,
}: ComboProps) {
  const listId = useId();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const shown = groups.filter(({ choices }) => choices.length > 0);
  const all = shown.flatMap(({ choices }) => choices);
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === chosenId),
  );
  const active = all[at];
  const optionId = (id: string) => `${listId}-${id}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const move = (by: number) => () => setChosenId(all.at((at + by) % all.length)?.id ?? null);
    const acts: Record<string, (() => void) | undefined> = {
      ArrowDown: move(1),
      ArrowUp: move(-1),
      Enter: () => active?.run(event.ctrlKey || event.metaKey),
      Escape: onEscape,
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <>
      <div className={`flex shrink-0 items-center gap-3 ${looks[look].field}`}>
        <Search size={look === 'palette' ? 20 : 17} aria-hidden className="shrink-0 text-soft" />
        <ComboField
          label={label}
          text={text}
          onText={(next) => {
            onText(next);
            setChosenId(null);
          }}
          onKeyDown={onKeyDown}
          listId={listId}
          activeId={active && optionId(active.id)}
          fieldRef={fieldRef}
          autoFocus={autoFocus}
          className={looks[look].input}
        />
      </div>
      {active === undefined ? (
        text !== '' && nothing
      ) : (
        <div role="listbox" id={listId} aria-label={label} className={`scrolls ${looks[look].list}`}>
          {shown.map(({ title, choices }) => (
            <div key={title} role="group" aria-label={title}>
              <p aria-hidden className="px-3 pt-3 pb-1 text-xs font-medium text-soft">
                {title}
              </p>
              {choices.map((choice) => (
                <Option
                  key={choice.id}
                  id={optionId(choice.id)}
                  choice={choice}
                  isActive={choice === active}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      {Foot !== undefined && <Foot active={active} />}
    </>
  );
}

function Option({ id, choice, isActive }: { id: string; choice: Choosable; isActive: boolean }) {
  const { name, text, icon: Icon, keys, run } = choice;
  return (
    // The combobox has the focus and handles the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={isActive ? intoSight : null}
      role="option"
      id={id}
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => run(event.ctrlKey || event.metaKey)}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5 hover:bg-hover aria-selected:bg-tint forced-colors:aria-selected:outline-2"
    >
      <span aria-hidden className="flex w-6 shrink-0 justify-center text-accent">
        {isIcon(Icon) ? <Icon size={18} /> : Icon}
      </span>
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
        <bdi className="max-w-full truncate font-medium">{name}</bdi>
        {text !== undefined && text !== '' && (
          <bdi className="max-w-full truncate text-hint text-soft">{text}</bdi>
        )}
      </span>
      {keys && <Keycaps keys={keys} />}
    </div>
  );
}

function intoSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function isIcon(icon: Choosable['icon']): icon is LucideIcon {
  return typeof icon === 'object' && icon !== null && 'render' in icon;
}
