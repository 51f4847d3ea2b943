// node measure.mjs REPORT.html: how long Chromium takes to show a report, by the clock and (on a busy machine the fairer
// figure) by the processor time of the page's main thread.
import { statSync } from "node:fs";
import { launch, url } from "./browser.mjs";

const file = process.argv[2];
const browser = await launch();
for (let round = 1; round <= 3; round++) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value;
  const start = performance.now();
  await page.goto(url(file), { waitUntil: "commit" });
  await page.locator("#summary h1").waitFor();
  const shown = performance.now() - start;
  await page.waitForLoadState("load");
  const loaded = performance.now() - start;
  const work = await busy();
  const jump = performance.now();
  await page.click('nav a[href="#plans"]');
  await page.locator("#rows tr").last().waitFor({ state: "attached" });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  console.log(`${(statSync(file).size / 1e6).toFixed(1)} MB: front page after ${Math.round(shown)} ms, loaded after ${Math.round(loaded)} ms, list of plans ${Math.round(performance.now() - jump)} ms later; processor: ${Math.round(work * 1000)} ms to load, ${Math.round((await busy()) * 1000)} ms in all`);
  await page.close();
}
await browser.close();
