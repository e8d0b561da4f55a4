/** Makes `new` return what a function makes, for classes of Electron's that are stood in for by plain objects. */
export function constructible<Parameters extends unknown[], Instance extends object>(
  make: (...parameters: Parameters) => Instance,
): new (...parameters: Parameters) => Instance {
  function Constructor(...parameters: Parameters): Instance {
    return make(...parameters);
  }
  // A function that returns an object is a constructor, which TypeScript does not know.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Constructor as unknown as new (...parameters: Parameters) => Instance;
}
