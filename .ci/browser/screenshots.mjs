// Takes pictures of pages of a running service: on a desktop, a phone, in the dark, and as printed.
//
//     node screenshots.mjs ADDRESS FOLDER PATH...
import { mkdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const [address, folder, ...paths] = process.argv.slice(2);
const LOOKS = [
  ['desktop', { width: 1280, height: 900 }, 'light'],
  ['phone', { width: 360, height: 740 }, 'light'],
  ['dark', { width: 1280, height: 900 }, 'dark'],
];

mkdirSync(folder, { recursive: true });
const browser = await puppeteer.launch({ executablePath: process.env.CHROME_PATH, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const page = await browser.newPage();
for (const path of paths) {
  const name = path.replace(/[^\w-]+/g, '_').replace(/^_|_$/g, '') || 'home';
  for (const [look, size, scheme] of LOOKS) {
    await page.setViewport(size);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(`${address}${path}`);
    await page.screenshot({ path: `${folder}/${name}-${look}.png`, fullPage: true });
  }
  await page.pdf({ path: `${folder}/${name}-print.pdf`, format: 'A4' });
}
await browser.close();
console.log(`${paths.length * (LOOKS.length + 1)} pictures in ${folder}`);
