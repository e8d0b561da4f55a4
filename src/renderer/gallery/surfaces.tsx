import { Card } from '../design/card.tsx';
import { Fact, Facts } from '../design/facts.tsx';
import { Fold } from '../design/fold.tsx';
import { Group } from '../design/group.tsx';
import { QrCode } from '../design/qr-code.tsx';
import { Section } from '../design/section.tsx';
import { Switch } from '../design/switch.tsx';
import { Shelf, Shown, Wide } from './shelf.tsx';

/** What holds other things. */
export function Surfaces() {
  return (
    <Shelf title="Surfaces">
      <Wide name="Card with Facts">
        <Card>
          <Facts>
            <Fact name="Kind">Time-based</Fact>
            <Fact name="Added">29 Nov 2026</Fact>
          </Facts>
        </Card>
      </Wide>
      <Wide name="Fold">
        <Fold title="Folded" level={3}>
          <p>What belongs to it.</p>
        </Fold>
        <Fold title="Unfolded" level={3} isOpen>
          <p>What belongs to it.</p>
        </Fold>
      </Wide>
      <Wide name="Group, Section">
        <Group title="A group" text="What its settings have in common.">
          <Switch isSelected>One of them</Switch>
        </Group>
        <Section title="A section" text="A part of a page.">
          <p className="vacant px-4 py-3 text-soft">Nothing here yet.</p>
        </Section>
      </Wide>
      <Shown name="QrCode">
        <QrCode
          text="otpauth://totp/Example:ada?secret=GEZDGNBVGY3TQOJQ"
          label="A QR code"
          className="w-40"
        />
      </Shown>
    </Shelf>
  );
}
