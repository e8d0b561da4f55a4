import { keptLanguage, recall } from '../preferences/kept.ts';
import { languageOf } from '../../contract/vocabulary.ts';
import { brokenWords } from '../words/broken-words.ts';

/** What is known besides the error. */
interface Circumstances {
  /** The vault's path, as far as the window was told. */
  vault?: string | undefined;
  /** React's list of the components being rendered. */
  components?: string | null | undefined;
}

/**
 * Replaces the window with a page that says what to do, rather than leaving it blank. It relies only on the
 * browser: any other part of the window may be what broke. It shows where in the program the error happened,
 * but not its message, which may hold text that a person typed.
 */
export function showBroken(error: unknown, { vault, components }: Circumstances = {}): void {
  const wished = [recall(keptLanguage) ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))];
  const words = brokenWords[languageOf(wished)];
  const details = detailsOf(error, components);
  const copy = button(words.copy, 'border border-line-strong bg-surface');
  const copyDetails = async () => {
    await navigator.clipboard.writeText(details);
    copy.textContent = words.copied;
  };
  copy.addEventListener('click', () => void copyDetails());
  const reload = button(words.reload, 'bg-accent text-on-accent');
  reload.addEventListener('click', () => window.location.reload());
  const title = element('h1', 'text-xl font-semibold tracking-tight', [words.title]);
  title.tabIndex = -1;
  document.body.replaceChildren(
    element('main', 'mx-auto flex h-full max-w-md flex-col gap-4 overflow-y-auto px-6 py-10', [
      title,
      element('p', '', [words.text]),
      element('p', 'text-soft', [words.todo]),
      reload,
      ...(vault === undefined
        ? []
        : [
            element('p', 'text-soft', [
              words.place,
              element('bdi', 'block font-mono text-xs text-ink wrap-anywhere', [vault]),
            ]),
          ]),
      element('details', 'text-soft', [
        element('summary', 'cursor-pointer py-1', [words.details]),
        element('p', 'py-2', [words.detailsText]),
        copy,
        element('pre', 'mt-3 rounded-xl bg-sunken p-3 text-xs whitespace-pre-wrap wrap-anywhere', [details]),
      ]),
    ]),
  );
  title.focus();
}

/** The kind of error and the places in the program, one per line. */
function detailsOf(error: unknown, components: string | null | undefined): string {
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const lines = `${stack}\n${components ?? ''}`.split('\n').filter((line) => /^\s+at \S/u.test(line));
  return [`Latchkey, ${navigator.userAgent}`, kind, ...lines.map((line) => line.trim())].join('\n');
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  children: (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

function button(label: string, look: string): HTMLButtonElement {
  const made = element('button', `min-h-11 rounded-xl px-4 font-semibold ${look}`, [label]);
  made.type = 'button';
  return made;
}
