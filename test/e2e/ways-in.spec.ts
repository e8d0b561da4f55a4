import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import QRCode from 'qrcode';
import { expectCodeOfNow, otpauth } from './rig/codes.ts';
import { expect, test } from './rig/fixtures.ts';
import { acceptPreview, makeVault, openAdd, scanScreen, shownCode } from './rig/person.ts';
import { picture } from './rig/pictures.ts';

const others = ['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'KRSXG5CTMVRXEZLUKN2HE2LOM4======'];

test('three codes on one screen are all found, and kept together', async ({ computer }) => {
  const page = await computer.openLatchkey();
  await makeVault(page);
  await computer.showCodes(
    otpauth('First', 'ada@example.org'),
    otpauth('Second', 'ada@example.org', others[0]),
    otpauth('Third', 'ada@example.org', others[1]),
  );
  await scanScreen(page);
  await expect(page.getByRole('heading', { name: '3 codes found' })).toBeVisible();
  await picture(page, 'three-found');
  await page.getByRole('button', { name: 'Keep 3' }).click();
  await expect(page.getByRole('heading', { name: '3 added' })).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  for (const name of ['First', 'Second', 'Third']) await expect(page.getByText(name).first()).toBeVisible();
});

test('a screen without a code says so, and keeps nothing', async ({ computer }) => {
  const page = await computer.openLatchkey();
  await makeVault(page);
  await computer.showBeside('<h1>Nothing to see here</h1><p>Only text.</p>');
  await scanScreen(page);
  await expect(page.getByRole('heading', { name: 'No QR code found' })).toBeVisible();
  await expect(page.getByText('Nothing was kept.')).toBeVisible();
  await picture(page, 'nothing-found');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { name: 'Add your first code' })).toBeVisible();
});

test('an image file, a pasted image, a dropped image, pasted text and typing all lead to the same', async ({
  computer,
}) => {
  const page = await computer.openLatchkey();
  await makeVault(page);

  await test.step('an image file', async () => {
    const file = join(computer.dataFolder, 'code.png');
    await writeFile(file, await QRCode.toBuffer(otpauth('File', 'ada@example.org')));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose an image' }).click();
    await (await chooser).setFiles(file);
    await acceptPreview(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await expectCodeOfNow(() => shownCode(page, 'File'));
  });

  await test.step('the same secret again is already here', async () => {
    await paste(page, { text: otpauth('File', 'ada@example.org') });
    await expect(page.getByText('Already here').first()).toBeVisible();
    await picture(page, 'already-here');
    await page.getByRole('button', { name: 'Close' }).last().click();
  });

  await test.step('a pasted image', async () => {
    await paste(page, { image: await QRCode.toDataURL(otpauth('Pasted', 'ada@example.org', others[0])) });
    await acceptPreview(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('Pasted').first()).toBeVisible();
  });

  await test.step('a dropped image', async () => {
    await drop(page, await QRCode.toDataURL(otpauth('Dropped', 'ada@example.org', others[1])));
    await acceptPreview(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('Dropped').first()).toBeVisible();
  });

  await test.step('pasted text', async () => {
    await paste(page, { text: otpauth('Linked', 'ada@example.org', 'MFRGGZDFMZTWQ2LK') });
    await acceptPreview(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText('Linked').first()).toBeVisible();
  });

  await test.step('typing, first with a mistake', async () => {
    await openAdd(page);
    await page.getByRole('button', { name: 'Type the key in' }).click();
    await page.getByLabel('Site or service').fill('Typed');
    await page.getByLabel('Key', { exact: true }).fill('gezd gnbv 1');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByText('Character 9 of the key is “1”', { exact: false }).first()).toBeVisible();
    await picture(page, 'typed-mistake');
    await page.getByLabel('Key', { exact: true }).fill('nbsw y3dp ebzw k3bt');
    await acceptPreview(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await expectCodeOfNow(() => shownCode(page, 'Typed'), { secret: 'NBSWY3DPEBZWK3BT' });
  });
});

/** What Ctrl+V does with this on the clipboard. */
async function paste(page: Page, what: { text: string } | { image: string }) {
  await page.evaluate((data) => {
    const transfer = new DataTransfer();
    if ('text' in data) transfer.setData('text/plain', data.text);
    else {
      const bytes = Uint8Array.from(atob(data.image.split(',')[1] ?? ''), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }));
    }
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true }));
  }, what);
}

/** What a person does who drags an image file onto the window. */
async function drop(page: Page, image: string) {
  await page.evaluate((data) => {
    const bytes = Uint8Array.from(atob(data.split(',')[1] ?? ''), (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'dropped.png', { type: 'image/png' }));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }
  }, image);
}
