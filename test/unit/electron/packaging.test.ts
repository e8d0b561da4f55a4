import { FuseV1Options } from '@electron/fuses';
import electron from 'electron/package.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { majorsBehind, refuseOldElectron } from '../../../resources/electron-age.ts';
import { fuseConfig } from '../../../resources/fuses.ts';
import { staleIcons } from '../../../resources/make-icons.ts';

const {
  version: _version,
  strictlyRequireAllFuses,
  resetAdHocDarwinSignature: _reset,
  ...fuses
} = fuseConfig('linux');

describe('the fuses', () => {
  it('are all set: one that Electron adds is a failing test and a failing package', () => {
    const known = Object.values(FuseV1Options).filter((option) => typeof option === 'number');
    expect(Object.keys(fuses).map(Number)).toEqual(known);
    expect(strictlyRequireAllFuses).toBe(true);
  });

  it('let nobody run other code with the rights of Latchkey', () => {
    expect(fuses[FuseV1Options.RunAsNode]).toBe(false);
    expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(false);
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(false);
    expect(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(false);
    expect(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(true);
    expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(true);
  });

  it('leave cookies alone: there are none', () => {
    expect(fuses[FuseV1Options.EnableCookieEncryption]).toBe(false);
  });
});

it('every icon is what the drawing gives', async () => {
  expect(await staleIcons()).toEqual([]);
});

describe("Electron's age", () => {
  it('is known for the one that is installed', () => {
    expect(() => majorsBehind(electron.version, new Date())).not.toThrow();
  });

  it('counts a major every eight weeks', () => {
    expect(majorsBehind('45.4.1', new Date('2026-12-01'))).toBe(0);
    expect(majorsBehind('45.4.1', new Date('2026-12-17'))).toBe(1);
  });

  it('stops the packaging when it is more than two majors', () => {
    expect(() => refuseOldElectron('45.4.1', new Date('2027-04-06'))).not.toThrow();
    expect(() => refuseOldElectron('45.4.1', new Date('2027-04-08'))).toThrow('3 majors old');
  });

  it('is not guessed for a major that nobody entered', () => {
    expect(() => majorsBehind('99.0.0', new Date())).toThrow('release date of Electron 99');
  });
});
