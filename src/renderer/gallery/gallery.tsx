import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Choice } from '../design/choice.tsx';
import { Toasts } from '../design/toasts.tsx';
import { Actions } from './actions.tsx';
import { Choices } from './choices.tsx';
import { Fields } from './fields.tsx';
import { Overlays } from './overlays.tsx';
import { Said } from './said.tsx';
import { Surfaces } from './surfaces.tsx';
import { Tokens } from './tokens.tsx';

const themes = ['system', 'light', 'dark'] as const;

/** Every component of `design/` in every state, on one page. */
export function Gallery() {
  const [theme, setTheme] = useState<(typeof themes)[number]>('system');
  const choose = (next: (typeof themes)[number]) => {
    setTheme(next);
    if (next === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = next;
  };
  return (
    <I18nProvider locale="en-GB">
      <main className="h-full scrolls">
        <div className="@container mx-auto flex max-w-6xl flex-col gap-10 px-6 py-8">
          <header className="flex flex-wrap items-end justify-between gap-4">
            <div>
              <h1 className="text-xl font-semibold tracking-title">Gallery</h1>
              <p className="text-soft">Every component in every state, drawn by the tokens.</p>
            </div>
            <Choice
              label="Colours"
              look="segments"
              value={theme}
              onChange={choose}
              options={themes.map((value) => ({ value, label: value }))}
            />
          </header>
          <Tokens />
          <Actions />
          <Choices />
          <Fields />
          <Said />
          <Surfaces />
          <Overlays />
        </div>
      </main>
      <Toasts />
    </I18nProvider>
  );
}
