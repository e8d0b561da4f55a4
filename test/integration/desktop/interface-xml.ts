import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';

/** The methods of a D-Bus interface, with their arguments' names and signatures in order. */
export type Methods = Record<string, { in: Record<string, string>; out: Record<string, string> }>;

/** Where Debian's packages put the descriptions of D-Bus interfaces, by their makers. */
const folder = '/usr/share/dbus-1/interfaces';

/** The methods of an interface as its own makers describe it. @throws if it is not installed */
export function methodsOf(interfaceName: string, file = `${interfaceName}.xml`): Methods {
  return methodsIn(readFileSync(join(folder, file), 'utf8'), interfaceName);
}

/** The methods of one of the interfaces that an introspection describes. @throws if it is not in there */
export function methodsIn(xml: string, interfaceName: string): Methods {
  const methods: Methods = {};
  let isInside = false;
  let method: Methods[string] | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'interface') isInside = attributes['name'] === interfaceName;
    if (!isInside) return;
    if (name === 'method') {
      method = { in: {}, out: {} };
      methods[attributes['name'] ?? ''] = method;
    }
    if (name !== 'arg' || method === undefined) return;
    const direction = attributes['direction'] === 'out' ? method.out : method.in;
    direction[attributes['name'] ?? `arg${Object.keys(direction).length}`] = attributes['type'] ?? '';
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'method') method = undefined;
  });
  parser.write(xml).close();
  if (Object.keys(methods).length === 0) throw new Error(`${interfaceName} has no methods there`);
  return methods;
}
