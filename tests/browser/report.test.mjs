import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axeFinds, folder, launch, overflow, plumbline, source, url } from "./browser.mjs";

const hostile = `<script>window.hacked = 1</script> =cmd() ]]> \u202Egnp.exe\u202C <img src=x onerror=hacked()> ${"w".repeat(100_000)}`;
const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

let browser, files, report, page, requests;

before(async () => {
  const out = folder();
  files = { html: join(out, "report.html"), ids: join(out, "ids.html"), feedback: join(out, "feedback.html"), trend: join(out, "trend.html") };
  const plan = readFileSync(join(source, "fixtures/plans/cp-da-interpreter.xml"), "utf8")
    .replace('id="CP-2702"', 'id="HOSTILE-1"')
    .replace('team="Safeguarding 3"', 'team="&lt;b&gt;Team&lt;/b&gt; &quot;9&quot;"')
    .replace(/<history>[^]*?<\/history>/, `<history>${escape(hostile)}</history>`);
  files.hostile = join(out, "hostile.xml");
  writeFileSync(files.hostile, plan);
  const json = join(out, "report.json");
  plumbline("check", "fixtures/plans", files.hostile, "--as-of", "2024-04-01", "-q", "--format", `html=${files.html}`, "--format", `json=${json}`);
  plumbline("check", "fixtures/plans", "--as-of", "2024-04-01", "-q", "--evidence", "ids", "--format", `html=${files.ids}`);
  plumbline("feedback", "fixtures/plans/cp-da-interpreter.xml", "--as-of", "2024-04-01", "--format", `html=${files.feedback}`);
  const history = ["--history", join(out, "history.db"), "-q", "--format", `html=${files.trend}`];
  for (const day of ["2024-01-01", "2024-04-01"]) plumbline("check", files.hostile, "--as-of", day, ...history);
  report = JSON.parse(readFileSync(json, "utf8"));
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  requests = [];
  page.on("request", (request) => requests.push(request.url()));
});
after(() => browser?.close());

const open = (id, file = files.html, on = page) => on.goto("about:blank").then(() => on.goto(url(file, id)));
const shownPages = (on = page) =>
  on.$$eval(".g", (all) => all.filter((one) => one.checkVisibility()).map((one) => one.id));
const shownRows = () => page.$$eval("#rows tr", (all) => all.filter((row) => row.checkVisibility()).length);
const judged = () => report.plans.filter((plan) => plan.state === "judged");
const settled = (count) => page.waitForFunction((want) => document.getElementById("shown").textContent.startsWith(`Showing ${want} of`), count, { timeout: 5000 });
const views = ["summary", "action-plan", "self-assessment", "plans", "about", "p6"];
const firstArea = () => page.$eval(".areas a", (link) => link.getAttribute("href").slice(1));

test("the front page counts what the JSON report counts", async () => {
  await open("");
  assert.deepEqual(await shownPages(), ["summary"]);
  const text = await page.innerText("#summary");
  assert.match(text, new RegExp(`${report.summary.judged} of ${report.summary.plans} plans were judged`));
  const figures = await page.$$eval("#summary .figures dd", (all) => all.map((one) => one.textContent));
  const findings = report.plans.flatMap((plan) => plan.findings);
  const count = (outcome) => String(findings.filter((finding) => finding.outcome === outcome).length);
  assert.deepEqual(figures, [String(report.summary.judged), count("not met"), count("needs a person"), String(report.summary.could_not_check)]);
  assert.match(text, /Of 73 areas for improvement/);
  const order = await page.$$eval("#summary h2, #summary h3, #summary .areas caption", (all) => all.map((one) => one.textContent));
  assert.ok(order.indexOf("Strengths") < order.indexOf("Areas for improvement"));
  assert.ok(order.indexOf("Immediately") < order.indexOf("Within three months"));
  assert.ok(order.indexOf("Within three months") < order.indexOf("Within six months"));
  for (const tag of await page.$$eval("#summary .govuk-tag", (all) => all.map((one) => one.textContent))) assert.match(tag, /^(Red|Amber|Green) \d+%$/);
});

test("each area counts what the JSON report counts", async () => {
  await open("");
  const rows = await page.$$eval(".areas tbody tr", (all) => all.map((row) => [row.querySelector("a").textContent, row.querySelector("b").textContent]));
  assert.ok(rows.length > 20);
  for (const [title, said] of rows) {
    const area = report.summary.areas.find((one) => one.title === title);
    const decided = area.plans.met + area.plans.not_met;
    if (decided > 0) assert.equal(said, `${area.plans.met} of ${decided} ${decided === 1 ? "plan" : "plans"} (${area.met_percent}%)`);
  }
});

test("from an area down to the words in a plan, and back", async () => {
  await open("");
  const link = page.locator(".areas a").nth(2);
  const title = await link.innerText();
  const area = report.summary.areas.find((one) => one.title === title);
  await link.click();
  assert.equal(await page.locator("h1:visible").innerText().then((text) => text.split("\n").pop()), title);
  await page.locator(".js:visible").click();
  assert.deepEqual(await shownPages(), ["plans"]);
  await settled(area.plans.not_met);
  assert.equal(await shownRows(), area.plans.not_met);
  await page.locator("#rows tr:visible a").first().click();
  const [plan] = await shownPages();
  assert.match(plan, /^p\d+$/);
  await page.locator(`#${plan} q a`).first().click();
  const mark = page.locator("mark:target");
  assert.ok(await mark.isVisible());
  assert.ok(await mark.evaluate((one) => one.getBoundingClientRect().top < innerHeight));
  await mark.locator("a").click();
  assert.ok(await page.locator(".f:target").isVisible());
  assert.deepEqual(await shownPages(), [plan]);
});

test("filters show the plans that the JSON report has for them", async () => {
  await open("plans");
  const is = async (name, value, wanted) => {
    await page.locator("#filters button").click();
    if (name === "text") await page.fill("#by-text", value);
    else await page.selectOption(`#by-${name}`, value);
    await settled(wanted);
    assert.equal(await shownRows(), wanted, `${name} ${JSON.stringify(value)}`);
  };
  const count = (filter) => judged().filter(filter).length;
  await is("team", "Safeguarding 3", count((plan) => plan.team === "Safeguarding 3"));
  await is("team", '<b>Team</b> "9"', 1);
  await is("kind", "Child protection", count((plan) => plan.kind === "child-protection"));
  await is("priority", "1", count((plan) => plan.findings.some((one) => one.priority === "within three months")));
  await is("outcome", "c", count((plan) => plan.judgements.some((one) => one.outcome === "could not check")));
  await is("text", "FREEDOM programme", 3); // two fixtures, and the plan made of one of them
  const option = page.locator("#by-check option", { hasText: "it says when it starts" }).first();
  const check = await option.getAttribute("value");
  await is("check", check, count((plan) => plan.judgements.some((one) => one.plugin === "contingency" && one.criterion === "trigger")));
  await page.selectOption("#by-outcome", "n");
  await settled(count((plan) => plan.judgements.some((one) => one.plugin === "contingency" && one.criterion === "trigger" && one.outcome === "not met")));
  await page.locator("#filters button").click();
  await settled(report.plans.length);
});

test("a trend stands on the front page, with its table, and is found from the top", async () => {
  await open("", files.trend);
  assert.equal(await page.locator("svg.trend circle").count(), 2);
  await page.locator('a[href="#trend"]').click();
  assert.deepEqual(await shownPages(), ["summary"]);
  assert.ok(await page.locator("#trend").evaluate((one) => one.getBoundingClientRect().top < innerHeight));
  const rows = page.locator("#trend + p + .two tbody tr");
  assert.equal(await rows.count(), 2);
  assert.match(await rows.first().innerText(), /Mon 1 Apr 2024[^]*within chance/);
  assert.deepEqual(await axeFinds(page), []);
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 800 });
    assert.ok((await overflow(page)) <= 0, `trend at ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await open("");
  assert.equal(await page.locator("#trend").count(), 0); // no history, no empty picture
});

test("the keyboard reaches everything", async () => {
  await open("");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to main content");
  assert.ok(await page.locator(".govuk-skip-link").isVisible());
  await open("p6");
  await page.locator(".govuk-skip-link").focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await shownPages(), ["p6"]); // skipping leaves the page where it is
  await open("plans");
  const wanted = await page.$$eval("a, button, select, input, summary", (all) => {
    const shown = all.filter((one) => one.checkVisibility());
    shown.forEach((one, at) => (one.dataset.at = at));
    return shown.length;
  });
  const reached = new Set();
  for (let step = 0; step < wanted + 5; step++) {
    reached.add(await page.evaluate(() => document.activeElement.dataset.at));
    await page.keyboard.press("Tab");
  }
  reached.delete(undefined);
  assert.equal(reached.size, wanted);
  await page.locator("#rows a").first().focus();
  await page.keyboard.press("Enter");
  assert.match((await shownPages())[0], /^p\d+$/);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1"); // where reading goes on
  await page.locator("summary:visible").first().focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.locator("details[open] ul").first().isVisible());
});

test("axe-core finds nothing", async () => {
  await open("");
  const area = await firstArea();
  for (const id of ["", area, ...views]) {
    await open(id);
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    assert.deepEqual(await axeFinds(page), [], id || "front page");
  }
  await open("", files.feedback);
  assert.deepEqual(await axeFinds(page), [], "feedback");
});

test("at 200 % zoom, and on a telephone, nothing runs out of the window", async () => {
  await open("");
  const area = await firstArea();
  const hostilePage = `p${report.plans.findIndex((plan) => plan.id === "HOSTILE-1") + 1}`;
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 800 });
    for (const id of ["", area, hostilePage, ...views]) {
      await open(id);
      assert.ok((await overflow(page)) <= 0, `${id || "front page"} at ${width}`);
    }
    await open("", files.feedback);
    assert.ok((await overflow(page)) <= 0, `feedback at ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("everything can be read without JavaScript", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const bare = await context.newPage();
  await open("", files.html, bare);
  assert.ok(await bare.locator("h1", { hasText: "What the plans show" }).isVisible());
  await bare.locator(".areas a").first().click();
  assert.ok(await bare.locator("h2:visible", { hasText: "What was found" }).isVisible());
  await bare.locator(".f li a:visible").first().click();
  assert.ok(await bare.locator("h2:visible", { hasText: "What to change" }).isVisible());
  assert.ok(await bare.locator("mark:visible").first().isVisible());
  await bare.locator("q a:visible").first().click();
  assert.ok(await bare.locator("mark:target").isVisible());
  for (const view of views) {
    await open(view, files.html, bare);
    assert.ok(await bare.locator(`#${view} h1`).isVisible(), view);
  }
  await open("plans", files.html, bare);
  assert.ok(!(await bare.locator("#filters").isVisible()));
  assert.equal(await bare.locator("#rows tr:visible").count(), report.plans.length);
  await context.close();
});

test("prints the page that is shown, tidily", async () => {
  for (const id of ["", "action-plan", "p6"]) {
    await open(id);
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator("nav").isVisible()));
    assert.ok(!(await page.locator(".govuk-back-link:visible").count()));
    assert.ok((await overflow(page)) <= 0);
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await page.emulateMedia({ media: "screen" });
  }
});

test("hostile text is shown as it is written", async () => {
  await open(`p${report.plans.findIndex((plan) => plan.id === "HOSTILE-1") + 1}`);
  const text = await page.locator(".g:visible .t").innerText();
  assert.ok(text.includes("<script>window.hacked = 1</script> =cmd() ]]> [U+202E]gnp.exe[U+202C] <img src=x onerror=hacked()>"));
  assert.ok(text.includes("w".repeat(100_000)));
  assert.match(await page.locator("h1:visible").innerText(), /<b>Team<\/b> "9"/);
  assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
});

test("the file asks nobody for anything", () => {
  assert.deepEqual(requests.filter((one) => !one.startsWith("file://") && one !== "about:blank"), []);
});

test("with --evidence=ids no name and no words are there", async () => {
  const text = readFileSync(files.ids, "utf8");
  for (const words of ["Lana", "Freedom Programme", "Amira", "Dominic", "as and when"]) assert.ok(!text.includes(words), words);
  await open("p6", files.ids);
  assert.ok(await page.locator("h2:visible", { hasText: "What to change" }).isVisible());
  assert.equal(await page.locator("mark").count(), 0);
});
