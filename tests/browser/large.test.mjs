// Behind the first megabytes, pages of a batch are packed: they open all the same.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axeFinds, folder, launch, plumbline, source, url } from "./browser.mjs";

const plans = 400;
let browser, file;

before(async () => {
  const out = folder();
  file = join(out, "report.html");
  mkdirSync(join(out, "plans"));
  const plan = readFileSync(join(source, "fixtures/plans/cp-da-interpreter.xml"), "utf8");
  for (let number = 1; number <= plans; number++) {
    const id = String(number).padStart(3, "0");
    const own = plan.replace('id="CP-2702"', `id="L-${id}"`).replace("isolated with no family", `isolated and ${id}x`);
    writeFileSync(join(out, "plans", `${id}.xml`), own);
  }
  plumbline("check", join(out, "plans"), "--as-of", "2024-04-01", "-q", "--format", `html=${file}`);
  browser = await launch();
});
after(() => browser?.close());

test("a packed page opens with its findings, text and marks", async () => {
  const page = await browser.newPage();
  await page.goto(url(file, "plans"));
  assert.ok(await page.$eval(`#p${plans}`, (one) => one.querySelector("template") !== null));
  await page.locator("#rows a").last().click();
  await page.locator("mark:visible").first().waitFor();
  assert.ok((await page.locator(`#p${plans} .t`).innerText()).includes(`isolated and ${plans}x`));
  await page.locator("q a:visible").first().click();
  assert.match(await page.evaluate(() => document.activeElement.id), new RegExp(`^p${plans}m\\d+$`));
  assert.deepEqual(await axeFinds(page), []);
  await page.close();
});

test("the filter for words reads packed pages too", async () => {
  const page = await browser.newPage();
  await page.goto(url(file, "plans"));
  await page.fill("#by-text", "isolated and 399x");
  await page.waitForFunction(() => document.getElementById("shown").textContent.startsWith("Showing 1 of"));
  assert.equal(await page.locator("#rows tr:visible th").innerText(), "L-399, version 1");
  await page.close();
});

test("without JavaScript a packed page says what to change, and that there is more", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url(file, `p${plans}`));
  assert.ok(await page.locator(`#p${plans} li`).first().isVisible());
  assert.match(await page.locator(`#p${plans}`).innerText(), /check this plan by itself/);
  await context.close();
});
