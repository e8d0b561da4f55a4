/** The import table of the architecture, as rules: what each folder of src/ may import, and nothing else. */
const mayImport = {
  core: [],
  contract: ['core'],
  app: ['contract', 'core'],
  adapters: ['app', 'contract', 'core'],
  main: ['app', 'adapters', 'contract', 'core'],
  preload: [],
  renderer: ['contract'],
  web: ['app', 'adapters', 'contract', 'core'],
  // What a failure means is said once, for the window and the terminal.
  cli: ['app', 'adapters', 'contract', 'core', 'renderer/words'],
  // Of sync the structures, as the service checks order and signatures. It has no key to read with, and no part of a client.
  'account-service': ['contract', 'core/otp', 'core/otpauth', 'core/sync/protocol'],
  bootstrap: ['web', 'adapters', 'contract'],
};

const layers = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} may import only: ${[folder, ...allowed, 'libraries'].join(', ')}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

export default {
  forbidden: [
    ...layers,
    {
      name: 'adapters-see-only-the-ports',
      comment: 'An adapter implements a port; it knows nothing else of the application.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^src/app/', pathNot: '^src/app/ports\\.ts$' },
    },
    {
      name: 'core-and-contract-are-pure',
      comment: 'No file system, network, processes or Electron below the application.',
      severity: 'error',
      from: { path: '^src/(core|contract|app)/' },
      to: {
        path: '^(node:)?(fs|fs/promises|net|http|https|http2|dgram|dns|child_process|worker_threads|os|electron)$',
      },
    },
    {
      name: 'only-main-knows-electron',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|preload)/' },
      to: { path: '(^|/)electron(/|$)', pathNot: '^src/' },
    },
    {
      name: 'no-circles',
      comment: 'No file leads back to itself, by its types either: each can be read before what uses it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Sees type-only imports too (a test plants some). TypeScript 7 has no published API that this program could use.
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
