import { useState } from 'react';
import { Check } from '../design/check.tsx';
import { Choice } from '../design/choice.tsx';
import { Select } from '../design/select.tsx';
import { Switch } from '../design/switch.tsx';
import { Shelf, Shown, Wide } from './shelf.tsx';

const options = [
  { value: 'one', label: 'One' },
  { value: 'two', label: 'Two' },
  { value: 'three', label: 'Three' },
];
const nothing = () => {};

/** What is chosen, and what is on or off. */
export function Choices() {
  const [chosen, setChosen] = useState('one');
  return (
    <Shelf title="Choices">
      <Shown name="Choice, a list">
        <Choice label="Which?" value={chosen} onChange={setChosen} options={options} />
        <Choice label="None yet" value={null} onChange={nothing} options={options} />
        <Choice label="Disabled" value="two" onChange={nothing} options={options} isDisabled />
      </Shown>
      <Wide name="Choice, segments">
        <Choice label="Which?" look="segments" value={chosen} onChange={setChosen} options={options} />
        <Choice label="None yet" look="segments" value={null} onChange={nothing} options={options} />
      </Wide>
      <Wide name="Select">
        <Select label="Which?" value={chosen} onChange={setChosen} options={options} />
      </Wide>
      <Shown name="Check">
        <Check isSelected={false} onChange={nothing}>
          <span>Off</span>
        </Check>
        <Check isSelected onChange={nothing}>
          <span>On</span>
        </Check>
        <Check isSelected={false} isIndeterminate onChange={nothing}>
          <span>Some</span>
        </Check>
        <Check isSelected isDisabled onChange={nothing}>
          <span>Disabled</span>
        </Check>
      </Shown>
      <Wide name="Switch">
        <Switch isSelected={false}>
          Off
          <span className="block text-hint text-soft">What it does</span>
        </Switch>
        <Switch isSelected>On</Switch>
        <Switch isSelected isDisabled>
          Disabled
        </Switch>
      </Wide>
    </Shelf>
  );
}
