/**
 * A stand-in for one of Electron's big objects that has only the named members, with their real types; touching
 * any other is an error, so that a test cannot pass on something that is not there.
 */
export function partly<T extends object>(members: Partial<T>): T {
  const stand: object = new Proxy(members, {
    get(target, name) {
      if (name in target) return Reflect.get(target, name);
      throw new Error(`the test did not expect ${String(name)} to be used`);
    },
  });
  // The one place where a test says "this is all of it": what is missing throws.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return stand as T;
}
