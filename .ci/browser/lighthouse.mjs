// Has Lighthouse judge pages of a running service, and fails where one has less than 100 for accessibility, best practices or, where it
// is meant to be found, search engines. How fast it was is told and not judged: that is the machine's as well.
//
//     node lighthouse.mjs ADDRESS PATH...
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [address, ...paths] = process.argv.slice(2);
const LEAST = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 0 };
// That crawlers are kept out of it is meant.
const isKeptOut = (path) => /[?]|\/history$|^search/.test(path);

const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
const judge = async (path) => {
  const { lhr } = await lighthouse(`${address}/${path}`, { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(LEAST) });
  const scores = Object.entries(lhr.categories).map(([name, category]) => [name, Math.round(category.score * 100)]);
  const low = scores.filter(([name, score]) => score < LEAST[name] && !(name === 'seo' && isKeptOut(path)));
  return { lhr, scores, low };
};

let failed = false;
for (const path of paths.map((one) => (one === '/' ? '' : one))) {
  let { lhr, scores, low } = await judge(path);
  // A machine that was busy with something else is judged again, and a page that the browser has not traced a few times.
  for (let again = 1; low.length > 0 && again <= (lhr.runtimeError ? 4 : 1); again++) ({ lhr, scores, low } = await judge(path));
  console.log(`/${path}: ${scores.map(([name, score]) => `${name} ${score}`).join(', ')}`);
  failed ||= low.length > 0;
  for (const [name] of low) {
    if (lhr.runtimeError) console.log(`  ${lhr.runtimeError.message}`);
    for (const { id, weight } of lhr.categories[name].auditRefs) {
      const audit = lhr.audits[id];
      if (weight > 0 && audit?.score !== null && audit.score < 1) console.log(`  ${id}: ${audit.title} ${audit.displayValue ?? ''}`);
    }
  }
}
await chrome.kill();
process.exit(failed ? 1 : 0);
