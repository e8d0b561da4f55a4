import { Digits } from '../codes/digits.tsx';
import { IssuerIcon } from '../codes/issuer-icon.tsx';
import { Shelf, Shown, Wide } from './shelf.tsx';

const grounds = [
  ['canvas', 'bg-canvas'],
  ['surface', 'bg-surface'],
  ['raised', 'bg-raised'],
  ['sunken', 'bg-sunken'],
  ['tint', 'bg-tint'],
  ['note', 'bg-note'],
  ['alarm', 'bg-alarm'],
] as const;
const texts = [
  ['ink', 'text-ink'],
  ['soft', 'text-soft'],
  ['accent', 'text-accent'],
  ['urgent', 'text-urgent'],
  ['danger', 'text-danger'],
] as const;
const sizes = [
  ['xl, a title', 'text-xl font-semibold tracking-title'],
  ['lg', 'text-lg font-semibold'],
  ['head, a part', 'text-head font-semibold'],
  ['sm, text', 'text-sm'],
  ['hint', 'text-hint text-soft'],
  ['xs', 'text-xs text-soft'],
  ['mini', 'text-mini text-soft'],
] as const;

/** Colours, type, digits and elevation. */
export function Tokens() {
  return (
    <Shelf title="Tokens">
      <Wide name="Text on each ground">
        {grounds.map(([ground, look]) => (
          <div
            key={ground}
            className={`flex flex-wrap gap-x-4 rounded-lg border border-line px-3 py-2 ${look}`}
          >
            <span className="w-16 font-medium">{ground}</span>
            {texts.map(([text, colour]) => (
              <span key={text} className={colour}>
                {text}
              </span>
            ))}
          </div>
        ))}
      </Wide>
      <Wide name="Type">
        {sizes.map(([name, look]) => (
          <p key={name} className={look}>
            {name}
          </p>
        ))}
      </Wide>
      <Shown name="Digits">
        <Digits code="123456" className="text-5xl font-medium" />
        <Digits code="12345678" className="text-4xl font-medium" />
        <Digits code="BC2DF" className="text-2xl font-medium" />
      </Shown>
      <Shown name="Sites">
        <IssuerIcon issuer="GitHub" account="ada" />
        <IssuerIcon issuer="Proton" account="ada" />
        {['Bank', 'Council', 'Library', 'School', 'Water'].map((name) => (
          <IssuerIcon key={name} issuer={name} account="ada" />
        ))}
      </Shown>
      <Shown name="Elevation">
        <div className="card p-6">card</div>
        <div className="hero p-6">hero</div>
        <div className="vacant p-6 text-soft">vacant</div>
        <div className="rounded-xl border border-line bg-raised p-6 shadow-lift">lift</div>
      </Shown>
    </Shelf>
  );
}
